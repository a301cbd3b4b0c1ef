using Linli.Domain.Grid;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Party members who registered (双报到), by person and compound. They own or live in the unit that the row names.</summary>
internal sealed class RegistrationsSheet() : Sheet<RegistrationsSheet.Row>("Registrations")
{
    private bool isRefused;

    internal sealed record Row(UnitAddress Address, PersonCells Person, RegistrationFacts Facts, DateOnly? RegisteredOn);

    protected override Row? Read(RowView row, Gathering gathering, Faults faults)
    {
        gathering.NamesMembers = true;
        var facts = faults.Take(RegistrationFacts.Read(row["WorkUnit"], row["Skills"], row["Services"], row.Int("HoursAMonth")));
        var day = faults.OptionalDay("RegisteredOn", row.Day("RegisteredOn"), gathering.Today);
        return PersonCells.Read(row, gathering, faults) is { } person && facts is not null ? new Row(row.Unit("Unit"), person, facts, day) : null;
    }

    protected override string KeyOf(Row row, ImportPlan plan) => $"{row.Address}/{row.Person.Key}";

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        if (plan.Ground.Registrations is not { } registered)
        {
            Refuse(plan);
            return Effect.New;
        }

        if (UnitPlaces.Unit(row.Address, plan, faults) is not { } unit || Member(row, unit, plan, faults) is not { } person)
        {
            return Effect.New;
        }

        var known = registered.GetValueOrDefault(person.Id);
        var told = Told(row, known, plan.Today) with { PersonId = person.Id };
        if (told == known)
        {
            return Effect.Unchanged;
        }

        registered[person.Id] = told;
        plan.Registrations.Add(told);
        return known is null ? Effect.New : Effect.Changed;
    }

    private static Person? Member(Row row, Unit unit, ImportPlan plan, Faults faults)
    {
        if (row.Person.FindKnown(plan, unit.Id, faults) is { } person && plan.Ground.BelongsTo(unit.Id, person.Id, plan.Today))
        {
            // Whoever keeps registrations knows the members (the branch's own register); who asked not to be known as one here is not registered again.
            faults.AddIf(plan.Ground.MarksTakenBack.Contains(person.Id), new MemberTookItBack());
            return faults.Any ? null : person;
        }

        faults.AddIf(!faults.Any && !plan.Gathered.UnreadPeople.Contains((row.Address, row.Person.Facts.Name)), new NobodyOfThatNameLivesThere(row.Person.Facts.Name));
        return null;
    }

    // Empty cells leave what is registered. What has ended is not brought back by an old file, but by a day after its end.
    private static RegistrationRow Told(Row row, RegistrationRow? known, DateOnly today)
    {
        if (known is null)
        {
            return new RegistrationRow(default, row.Facts, row.RegisteredOn ?? today, null);
        }

        if (known.EndedOn is { } ended && !(row.RegisteredOn > ended))
        {
            return known;
        }

        var facts = row.Facts with
        {
            Skills = row.Facts.Skills ?? known.Facts.Skills,
            Services = row.Facts.Services ?? known.Facts.Services,
            HoursAMonth = row.Facts.HoursAMonth ?? known.Facts.HoursAMonth,
        };
        return known with { Facts = facts, RegisteredOn = row.RegisteredOn ?? known.RegisteredOn, EndedOn = null };
    }

    private void Refuse(ImportPlan plan)
    {
        if (!isRefused)
        {
            isRefused = true;
            plan.Gathered.Faults.Add(new CellFault(Key, 0, null, new RegistrationsAreKeptByOthers()));
        }
    }
}
