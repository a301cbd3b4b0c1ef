using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Residents by unit and person.</summary>
internal sealed class ResidentsSheet() : Sheet<ResidentsSheet.Row>("Residents")
{
    internal sealed record Row(UnitAddress Address, PersonCells Person, Relation Relation, DateOnly Since, DateOnly? Until);

    protected override Row? Read(RowView row, Gathering gathering, Faults faults)
    {
        var since = faults.Day("Since", row.Day("Since"), gathering.Today);
        var until = LastDays.End("Until", row.Day("Until"), since, gathering.Today, faults);
        var relation = faults.Choice("Relation", row.Choice<Relation>("Relation"));
        return PersonCells.Read(row, gathering, faults) is { } person ? new Row(row.Unit("Unit"), person, relation, since, until) : null;
    }

    protected override void Unread(RowView row, Gathering gathering) => gathering.UnreadPeople.Add((row.Unit("Unit"), row["Name"] ?? string.Empty));

    protected override string KeyOf(Row row, ImportPlan plan) =>
        $"{row.Address}/{row.Person.Key}/{(row.Until is null ? null : row.Since)}";

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        if (UnitPlaces.Unit(row.Address, plan, faults) is not { } unit
            || row.Person.Find(plan, unit.Id, faults, out var personChanged) is not { } person)
        {
            return Effect.New;
        }

        if (!plan.Ground.Residencies.TryGetValue(unit.Id, out var homes))
        {
            plan.Ground.Residencies.Add(unit.Id, homes = []);
        }

        var known = homes.Find(home => home.Until is null && home.PersonId == person.Id) ?? homes.Find(home => home.Since == row.Since && home.PersonId == person.Id);
        if (known is not null)
        {
            return Change(known, row, plan) || personChanged ? Effect.Changed : Effect.Unchanged;
        }

        homes.Add(plan.Add(new Residency
        {
            Id = plan.NewId("residency", $"{unit.Code}/{person.Id}"),
            UnitId = unit.Id,
            PersonId = person.Id,
            Relation = row.Relation,
            Since = row.Since,
            Until = row.Until,
        }));
        return Effect.New;
    }

    private static bool Change(Residency home, Row row, ImportPlan plan)
    {
        if ((home.Relation == row.Relation && home.Since == row.Since && (row.Until is null || home.Until == row.Until))
            || (home.Until is not null && row.Until is null))
        {
            return false;
        }

        (home.Relation, home.Since, home.Until) = (row.Relation, row.Since, row.Until);
        plan.Change(home);
        return true;
    }
}
