using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Care;

/// <summary>A household where the actor may keep care marks.</summary>
internal sealed record CareHousehold(Guid UnitId, string Code, string Label, string CompoundCode, string CompoundName);

/// <summary>What acts on care marks have in common: the household in scope, and who lives there or owns it.</summary>
internal sealed class CareDesk(NpgsqlDataSource database)
{
    /// <summary>The household; null outside the scope.</summary>
    public async Task<CareHousehold?> Find(string code, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.KeepCareMarks);
        return scope.IsNothing ? null : (await database.Read(
            $"select u.id, u.code, u.label, c.code, c.name from registry.units u join registry.places c on c.id = u.compound_id where u.code = @code and {HouseholdsOf.IsHousehold} and c.path like @scope",
            row => new CareHousehold(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
            cancel, ("code", code), ("scope", scope.SqlPattern))).FirstOrNone();
    }

    /// <summary>Who lives there today.</summary>
    public async Task<IReadOnlyList<CarePerson>> People(CareHousehold household, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.KeepCareMarks).IsNothing ? [] : await database.Read(
            """
            select p.id, p.name, r.relation, p.made_up from registry.residencies r join registry.people p on p.id = r.person_id
             where r.unit_id = @unit and r.until is null and p.restricted_at is null and p.erased_at is null
             order by r.relation = 'Tenant', r.relation <> 'Owner', p.name collate natural_order, p.id
            """,
            row => new CarePerson(row.GetGuid(0), row.GetString(1), row.GetString(2), false, false, row.GetBoolean(3)), cancel, ("unit", household.UnitId));
}
