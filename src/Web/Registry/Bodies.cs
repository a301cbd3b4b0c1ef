using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Registry;

internal sealed class Bodies(NpgsqlDataSource database, TimeProvider clock) : IBodies
{
    // Those whom a resident turns to; groups and households below the branch are not asked at the counter.
    private static readonly OrganisationKind[] Governing =
    [
        OrganisationKind.FunctionalBranch, OrganisationKind.CourtyardGeneralBranch, OrganisationKind.GridBranch,
        OrganisationKind.OwnersCommittee, OrganisationKind.SelfGovernmentCommittee,
    ];

    private const string Sql = """
        select o.kind, o.name, null from registry.organisations o
         where o.place_id = @compound and o.kind = any(@kinds) and registry.not_over(o.ended_on, @today)
        union all
        select o.kind, o.name, c.service_phone from registry.services s
          join registry.organisations o on o.id = s.organisation_id
          join registry.compounds c on c.place_id = s.compound_id
         where s.compound_id = @compound and registry.holds(s.starts_on, s.ends_on, @today)
        """;

    public async Task<IReadOnlyList<Body>> Of(Guid compoundId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("compound", compoundId);
        command.Parameters.AddWithValue("kinds", Governing.Select(kind => kind.ToString()).ToArray());
        command.Parameters.AddWithValue("today", ChinaTime.DayOf(clock.GetUtcNow()));
        await using var row = await command.ExecuteReaderAsync(cancel);
        var bodies = new List<Body>();
        while (await row.ReadAsync(cancel))
        {
            bodies.Add(new Body(Enum.Parse<OrganisationKind>(row.GetString(0)), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));
        }

        return [.. bodies.OrderBy(b => Array.IndexOf(Governing, b.Kind) is var at and >= 0 ? at : Governing.Length)];
    }
}
