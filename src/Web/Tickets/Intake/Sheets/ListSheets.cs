using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>A building or entrance with the edition of its sheet that holds, if any.</summary>
public sealed record SheetRow(Guid PlaceId, string Name, int? Version, DateTimeOffset? IssuedAt, int Scans);

/// <summary>The sheets of a compound.</summary>
public sealed record CompoundSheets(Guid CompoundId, string Code, string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>The buildings and entrances of a compound with their sheets, for whoever dispatches there.</summary>
internal sealed class ListSheets(NpgsqlDataSource database, TakePlaces places)
{
    private const string Rows = """
        select p.id, case when p.kind = 'Entrance' then b.name || p.name else p.name end, s.version, s.issued_at,
               (select count(*)::int from tickets.intakes i where i.sheet_id = s.id)
          from registry.places p
          left join registry.places b on b.id = p.parent_id and p.kind = 'Entrance'
          left join tickets.place_sheets s on s.place_id = p.id and s.voided_at is null
         where p.path like $1 || '%' and p.kind in ('Building', 'Entrance')
         order by coalesce(b.name, p.name) collate natural_order, p.kind, p.name collate natural_order
        """;

    /// <summary>Of the compound with the code; without one, of the own or the first of the own. Null where there is none for the actor.</summary>
    public async Task<CompoundSheets?> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        if (await places.Find(code, Permission.AcceptTickets, actor, cancel) is not { } compound)
        {
            return null;
        }

        await using var command = database.CreateCommand(Rows);
        command.Parameters.AddWithValue(compound.Path.Value);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<SheetRow>();
        while (await row.ReadAsync(cancel))
        {
            rows.Add(new(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4)));
        }

        return new CompoundSheets(compound.Id, compound.Code, compound.Name, rows);
    }
}
