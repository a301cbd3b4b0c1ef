using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Grid.Care;

/// <summary>关心帮扶: marked households for the community worker and the grid worker of the area; a mark whose consent no longer holds is not shown.</summary>
internal sealed class ShowCare(NpgsqlDataSource database, CareDesk desk, IConsents consents, TimeProvider clock)
{
    private const int Most = 2000;

    private sealed record Found(Guid Person, CareRow Row);

    public async Task<GridPage<CareRow>?> Execute(string? text, CareNeed? need, int at, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.KeepCareMarks);
        if (scope.IsNothing)
        {
            return null;
        }

        var found = await database.Read(
            $"""
            select m.person_id, u.code, u.label, c.name, p.name, m.need, m.note, m.set_at
              from grid.care_marks m join registry.units u on u.id = m.unit_id join registry.places c on c.id = u.compound_id join registry.people p on p.id = m.person_id
             where c.path like @scope and (@need::text is null or m.need = @need) and p.restricted_at is null
               and (@text::text is null or u.label ilike '%' || @text || '%' or p.name ilike '%' || @text || '%' or c.name ilike '%' || @text || '%')
             order by c.path, u.label collate natural_order, u.code, m.need limit {Most}
            """,
            row => new Found(row.GetGuid(0), new CareRow(
                row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Enum.Parse<CareNeed>(row.GetString(5)), row.TextOrNull(6), row.GetFieldValue<DateTimeOffset>(7))),
            cancel, ("scope", scope.SqlPattern), ("need", need?.ToString()), ("text", string.IsNullOrWhiteSpace(text) ? null : Platform.Store.LikeText.Escaped(text.Trim())));
        var given = await consents.GivenBy([.. found.Select(f => f.Person).Distinct()], ConsentPurposes.HardshipMark, cancel);
        return GridPage.Of([.. found.Where(f => given.Contains(f.Person)).Select(f => f.Row).Skip(GridPage.Offset(at)).Take(GridPage.Size + 1)], at);
    }

    public async Task<CareView?> One(string code, Actor actor, CancellationToken cancel)
    {
        if (await desk.Find(code, actor, cancel) is not { } household)
        {
            return null;
        }

        var people = await desk.People(household, actor, cancel);
        Guid[] ids = [.. people.Select(p => p.Id)];
        var phones = await consents.GivenBy(ids, ConsentPurposes.PhoneToVolunteers, cancel);
        var agreed = await consents.GivenBy(ids, ConsentPurposes.HardshipMark, cancel);
        var rule = RetentionRules.Of("care-marks", ChinaTime.DayOf(clock.GetUtcNow()));
        var marks = await database.Read(
            """
            select m.id, m.person_id, p.name, m.need, m.note, m.set_as, m.set_at from grid.care_marks m join registry.people p on p.id = m.person_id
             where m.unit_id = @unit order by m.set_at desc, m.id
            """,
            row => (Person: row.GetGuid(1), Mark: new CareMarkRow(
                row.GetGuid(0), row.GetString(2), Enum.Parse<CareNeed>(row.GetString(3)), row.TextOrNull(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6),
                ChinaTime.DayOf(rule.Until(row.GetFieldValue<DateTimeOffset>(6))))),
            cancel, ("unit", household.UnitId));
        return new CareView(
            household.Code, household.Label, household.CompoundCode, household.CompoundName,
            [.. people.Select(p => p with { ShowsPhone = phones.Contains(p.Id), AgreesToMark = agreed.Contains(p.Id) })],
            [.. marks.Where(m => agreed.Contains(m.Person)).Select(m => m.Mark)]);
    }
}
