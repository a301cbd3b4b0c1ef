using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Outbox;
using Npgsql;

namespace Linli.Web.Registry.Documents;

/// <summary>
/// Tells a compound's households that a document is open for comments: everybody who owns or lives in a unit there today, each once,
/// and nobody else. A draft that was taken back meanwhile is not told.
/// </summary>
internal sealed class TellHouseholds(TimeProvider clock) : IOutboxSender
{
    public const string MessageKind = "document-comments-open";

    private const string Read = """
        select v.id, v.compound_id, v.kind, p.code, p.name, v.comment_until from registry.document_versions v join registry.places p on p.id = v.compound_id
         where v.id = any($1) and v.state = 'PublishedForComment'
        """;

    private const string Tell = """
        insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
        select gen_random_uuid(), h.person_id, 'CommentsOpen', jsonb_build_object('Place', $2::text, 'Until', $3::text), $4, $5
          from (select distinct c.person_id from registry.capacities c join registry.people p on p.id = c.person_id
                 where c.place_id = $1 and c.kind in ('Owner', 'Resident') and registry.holds(c.from_day, c.to_day, $6) and p.erased_at is null) h
        """;

    private sealed record Opened(Guid Compound, DocumentKind Kind, string Code, string Name, DateOnly Until);

    public string Kind => MessageKind;

    public int AtOnce => 20;

    public async Task Send(IReadOnlyList<ClaimedMessage> messages, NpgsqlConnection connection, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var opened in await Find([.. messages.Select(m => Guid.Parse(m.Payload.Trim('"')))], connection, cancel))
        {
            await using var command = new NpgsqlCommand(Tell, connection);
            command.Parameters.AddWithValue(opened.Compound);
            command.Parameters.AddWithValue(opened.Name);
            command.Parameters.AddWithValue(opened.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue($"/compounds/{opened.Code}/documents/{opened.Kind.Slug()}");
            command.Parameters.AddWithValue(now);
            command.Parameters.AddWithValue(ChinaTime.DayOf(now));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task<IReadOnlyList<Opened>> Find(Guid[] versions, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Read, connection);
        command.Parameters.AddWithValue(versions);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Opened>();
        while (await row.ReadAsync(cancel))
        {
            found.Add(new Opened(row.GetGuid(1), Enum.Parse<DocumentKind>(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetFieldValue<DateOnly>(5)));
        }

        return found;
    }
}
