using Linli.Domain.Registry;
using Linli.Domain.Tickets.Intake;
using Npgsql;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>What a scanned sheet is about; as much as is printed on it.</summary>
/// <param name="SheetId">The edition.</param>
/// <param name="CompoundId">The compound.</param>
/// <param name="Compound">Its path.</param>
/// <param name="CompoundName">Its name.</param>
/// <param name="BuildingId">The building that the form names.</param>
/// <param name="BuildingName">The building.</param>
/// <param name="Entrance">The entrance, where the sheet hangs at one.</param>
/// <param name="ServicePhone">Of the compound's service.</param>
/// <param name="IsVoid">Whether a newer edition, or nothing, holds in its stead.</param>
internal sealed record ScannedSheet(
    Guid SheetId, Guid CompoundId, PlacePath Compound, string CompoundName, Guid BuildingId, string BuildingName, string? Entrance, string? ServicePhone, bool IsVoid)
{
    /// <summary>康桥生活公园 3栋2单元.</summary>
    public string PlaceName => $"{CompoundName} {BuildingName}{Entrance}";
}

/// <summary>Reads what a code says, for whoever holds it: it shows no more than the paper does.</summary>
internal sealed class ReadSheet(NpgsqlDataSource database, SheetCodes codes)
{
    private const string Sheet = """
        select s.id, c.id, c.path, c.name, b.id, b.name, e.name, f.service_phone, s.voided_at is not null
          from tickets.place_sheets s
          join registry.places p on p.id = s.place_id
          left join registry.places e on e.id = p.id and e.kind = 'Entrance'
          join registry.places b on b.id = case when p.kind = 'Entrance' then p.parent_id else p.id end
          join registry.places c on c.id = b.parent_id and c.kind = 'Compound'
          join registry.compounds f on f.place_id = c.id
         where s.place_id = $1 and s.version = $2
        """;

    /// <summary>Null when the code was altered, made elsewhere, or leads nowhere any more.</summary>
    public Task<ScannedSheet?> Execute(string? code, CancellationToken cancel) =>
        codes.Read(code) is { } said ? Read(said, cancel) : Task.FromResult<ScannedSheet?>(null);

    private async Task<ScannedSheet?> Read(SheetCode said, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sheet);
        command.Parameters.AddWithValue(said.Place);
        command.Parameters.AddWithValue(said.Version);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new ScannedSheet(
                row.GetGuid(0), row.GetGuid(1), new PlacePath(row.GetString(2)), row.GetString(3), row.GetGuid(4), row.GetString(5),
                row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetBoolean(8))
            : null;
    }
}
