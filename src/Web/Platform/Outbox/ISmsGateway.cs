using System.Text.Json;
using Linli.Web.Platform.Personal;
using Npgsql;

namespace Linli.Web.Platform.Outbox;

/// <summary>The way to an SMS provider. The only one that ships is the local stand-in; a provider's adapter takes its place in PlatformModule.</summary>
internal interface ISmsGateway
{
    /// <summary>Sends; may be called twice for the same message id, and must then send once.</summary>
    Task Send(long messageId, string phone, string phoneMasked, JsonElement text, CancellationToken cancel);
}

/// <summary>Keeps messages in a table that the demo shows as an outbox page.</summary>
internal sealed class LocalSmsStandIn(NpgsqlDataSource database, PersonalCipher cipher, TimeProvider clock) : ISmsGateway
{
    public async Task Send(long messageId, string phone, string phoneMasked, JsonElement text, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            insert into platform.sent_messages (id, outbox_id, phone_masked, text, sent_at, made_up)
            values ($1, $2, $3, $4, $5, coalesce((select p.made_up from registry.people p where p.phone_index = $6), false)) on conflict (outbox_id) do nothing
            """);
        var now = clock.GetUtcNow();
        command.Parameters.AddWithValue(Guid.CreateVersion7(now));
        command.Parameters.AddWithValue(messageId);
        command.Parameters.AddWithValue(phoneMasked);
        command.Parameters.AddWithValue(text.GetRawText());
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(cipher.PhoneIndex(phone));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
