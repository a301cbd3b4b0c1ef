using System.Text.Json;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Linli.Web.Demo;

internal sealed record SentMessage(string Phone, string Text, DateTimeOffset At);

/// <summary>What the local stand-in of the SMS gateway "sent" to made-up persons, in the reader's language; what went to others is nobody's to read.</summary>
internal sealed class SentMessages(NpgsqlDataSource database, IStringLocalizer<Texts> texts)
{
    public async Task<IReadOnlyList<SentMessage>> Newest(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select phone_masked, text, sent_at from platform.sent_messages where made_up order by sent_at desc, id desc limit 50");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var messages = new List<SentMessage>();
        while (await reader.ReadAsync(cancel))
        {
            messages.Add(new SentMessage(reader.GetString(0), Say(reader.GetString(1)), reader.GetFieldValue<DateTimeOffset>(2)));
        }

        return messages;
    }

    private string Say(string json)
    {
        var arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(a => a.Key, a => a.Value.ToString());
        return Holes.Fill(texts["Sms." + arguments["kind"]], arguments);
    }
}
