using Linli.Web.Platform.Personal;
using Npgsql;

namespace Linli.Web.Platform.SignIn;

/// <summary>
/// Counts wrong passwords by the number they are tried with, known here or not, so that a lock tells nothing about who is
/// registered. The count goes up before a password is looked at, so that guesses at the same moment cannot share a try.
/// </summary>
internal sealed class PasswordTries(NpgsqlDataSource database, PersonalCipher cipher, TimeProvider clock)
{
    public const int Allowed = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    private const string Count = """
        insert into platform.password_tries as t (subject, tries, since) values ($1, 1, $2)
        on conflict (subject) do update set
          tries = case when t.since < $3 then 1 else least(t.tries + 1, 1000) end,
          since = case when t.since < $3 then $2 else t.since end
        returning tries, since
        """;

    public byte[] OfPhone(string digits) => cipher.PhoneIndex(digits);

    public byte[] OfPerson(Guid personId) => cipher.Index("person", personId.ToString("N"));

    /// <summary>Takes one try; the minutes to wait when there is none left.</summary>
    public async Task<int?> MinutesToWait(byte[] subject, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Count);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now - Lock);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return row.GetInt32(0) <= Allowed ? null : Math.Max(1, (int)Math.Ceiling((row.GetFieldValue<DateTimeOffset>(1) + Lock - now).TotalMinutes));
    }

    /// <summary>Until when each of the subjects is locked, by its hex; those that are not locked are left out.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> Locks(byte[][] subjects, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select subject, since from platform.password_tries where subject = any($1) and tries >= $2 and since >= $3");
        command.Parameters.AddWithValue(subjects);
        command.Parameters.AddWithValue(Allowed);
        command.Parameters.AddWithValue(clock.GetUtcNow() - Lock);
        var locks = new Dictionary<string, DateTimeOffset?>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            locks[Convert.ToHexString(row.GetFieldValue<byte[]>(0))] = row.GetFieldValue<DateTimeOffset>(1) + Lock;
        }

        return locks;
    }

    public async Task Forget(byte[] subject, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("delete from platform.password_tries where subject = $1");
        command.Parameters.AddWithValue(subject);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
