using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>Removes the codes that the stand-in keeps in clear as soon as they open nothing any more.</summary>
internal sealed class ForgetSentCodes(NpgsqlDataSource database) : IScheduledJob
{
    public static string Name => "forget-sent-codes";

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("delete from platform.sent_messages where sent_at < $1 and text::jsonb ->> 'kind' in ('SignInCode', 'ConfirmCode', 'NewNumberCode')");
        command.Parameters.AddWithValue(now - SignIn.SignInCodes.Life);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
