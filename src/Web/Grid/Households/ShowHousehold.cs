using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Grid.Households;

/// <summary>A household that the actor looks after, with its unit id for acts on it.</summary>
internal sealed record KeptHousehold(Guid UnitId, string Label, LeaderRole Role, DateOnly Since);

/// <summary>One household of the actor's own.</summary>
internal sealed class ShowHousehold(NpgsqlDataSource database, IConsents consents, TimeProvider clock)
{
    /// <summary>The household if the actor's post looks after it; null for every other.</summary>
    public async Task<KeptHousehold?> Kept(string unitCode, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.LookAfterHouseholds);
        return scope.IsNothing ? null : (await database.Read(
            $"select u.id, u.label, c.role, c.since {MyHouseholds.Mine} and u.code = @code",
            row => new KeptHousehold(row.GetGuid(0), row.GetString(1), Enum.Parse<LeaderRole>(row.GetString(2)), row.GetFieldValue<DateOnly>(3)), cancel,
            ("post", actor.Capacity!.Id), ("scope", scope.SqlPattern), ("code", unitCode))).FirstOrNone();
    }

    public async Task<HouseholdView?> Execute(string unitCode, Actor actor, CancellationToken cancel)
    {
        if (await Kept(unitCode, actor, cancel) is not { } kept)
        {
            return null;
        }

        var people = await database.Read(
            """
            select p.id, p.name, r.relation, p.phone_masked, p.made_up from registry.residencies r join registry.people p on p.id = r.person_id
             where r.unit_id = @unit and r.until is null and p.restricted_at is null and p.erased_at is null order by r.relation = 'Tenant', r.relation <> 'Owner', p.name collate natural_order, p.id
            """,
            row => new HouseholdPerson(row.GetGuid(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetBoolean(4), false), cancel, ("unit", kept.UnitId));
        var shown = await consents.GivenBy([.. people.Select(p => p.Id)], ConsentPurposes.PhoneToVolunteers, cancel);
        var notes = await database.Read(
            "select id, purpose, text, written_at, keep_until from grid.household_notes where unit_id = @unit and role = @role and keep_until >= @today order by written_at desc, id",
            row => new NoteRow(row.GetGuid(0), Enum.Parse<NotePurpose>(row.GetString(1)), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateOnly>(4)),
            cancel, ("unit", kept.UnitId), ("role", kept.Role.ToString()), ("today", ChinaTime.DayOf(clock.GetUtcNow())));
        return new HouseholdView(unitCode, kept.Label, kept.Role, kept.Since, [.. people.Select(p => p with { ShowsPhone = shown.Contains(p.Id) })], notes);
    }
}
