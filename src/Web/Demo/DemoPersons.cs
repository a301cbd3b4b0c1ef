using Linli.Web.Demo.Contract;
using Linli.Web.Demo.Pages;
using Linli.Web.Platform;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Linli.Web.Demo;

internal sealed class DemoPersons(LinliSettings settings, NpgsqlDataSource database, Capacities capacities, IStringLocalizer<Texts> texts, IStringLocalizer<DemoPageTexts> roles)
    : IDemoPersons
{
    public async Task<IReadOnlyList<DemoPerson>> List(CancellationToken cancel)
    {
        var persons = new List<DemoPerson>();
        foreach (var (id, role, name) in await Rows(cancel))
        {
            var held = await capacities.HeldBy(id, cancel);
            var capacity = held is [var first, ..] ? $"{CapacityNames.Of(first, texts)} · {first.PlaceName}" : null;
            persons.Add(new DemoPerson(id, role, roles["Role." + role], name, capacity));
        }

        return persons;
    }

    public async Task<bool> Has(Guid personId, CancellationToken cancel) => (await Rows(cancel)).Any(row => row.Id == personId);

    private async Task<IReadOnlyList<(Guid Id, string Role, string Name)>> Rows(CancellationToken cancel)
    {
        var rows = new List<(Guid, string, string)>();
        if (!settings.Demo)
        {
            return rows;
        }

        await using var command = database.CreateCommand(
            "select d.person_id, d.role, p.name from platform.demo_persons d join registry.people p on p.id = d.person_id and p.made_up order by d.position");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        }

        return rows;
    }
}
