using Linli.Domain.Registry;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Organisations by credit code or name, seated in the compound or its community.</summary>
internal sealed class OrganisationsSheet() : Sheet<OrganisationsSheet.Row>("Organisations")
{
    internal sealed record Row(OrganisationFacts Facts, bool TellsShortName, Seat Seat);

    /// <summary>The organisation that a row of another sheet names.</summary>
    public static Organisation? Find(string name, ImportPlan plan, Faults faults)
    {
        var found = plan.Ground.Organisations.GetValueOrDefault(name);
        faults.AddIf(found is null && !plan.Gathered.UnreadOrganisations.Contains(name), new OrganisationIsNotRegistered(name));
        faults.AddIf(found is not null && !Terms.NotOver(found.EndedOn, plan.Today), new OrganisationHasEnded(name));
        return found;
    }

    protected override Row Read(RowView row, Gathering gathering, Faults faults)
    {
        var input = new OrganisationInput
        {
            Name = row["Name"], ShortName = row["ShortName"], Kind = row.Choice<OrganisationKind>("Kind"), CreditCode = row["CreditCode"],
        };
        var facts = OrganisationFacts.Read(input, faults);
        gathering.OrganisationNames.Add(facts.Name);
        if (facts.CreditCode is not null)
        {
            gathering.CreditCodes.Add(facts.CreditCode);
        }

        return new Row(facts, row["ShortName"] is not null, row.Choice<Seat>("Seat") ?? Seat.Compound);
    }

    protected override void Unread(RowView row, Gathering gathering) => gathering.UnreadOrganisations.Add(row["Name"] ?? string.Empty);

    protected override string KeyOf(Row row, ImportPlan plan) => row.Facts.Name;

    protected override string ColumnOf(string field) => field == "PlaceCode" ? "Seat" : field;

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        var facts = row.Facts;
        var byCode = facts.CreditCode is null ? null : plan.Ground.ByCreditCode.GetValueOrDefault(facts.CreditCode);
        var known = plan.Ground.Organisations.GetValueOrDefault(facts.Name) ?? byCode;
        faults.AddIf(byCode is not null && (known != byCode || byCode.Name != facts.Name), new CreditCodeIsTaken());
        faults.AddIf(known is not null && known.Kind != facts.Kind, new OrganisationHasAnotherKind());
        var place = row.Seat == Seat.Compound ? plan.Ground.Compound.Id : plan.Ground.Community;
        faults.AddIf(known is null && place is null, new PlaceIsNotKnown());
        if (faults.Any)
        {
            plan.Gathered.UnreadOrganisations.Add(facts.Name);
            return Effect.New;
        }

        if (known is not null)
        {
            plan.Ground.Organisations[facts.Name] = known;
            return Change(known, row, plan) ? Effect.Changed : Effect.Unchanged;
        }

        var made = plan.Add(facts.Make(plan.NewId("organisation", $"{plan.Ground.Compound.Code}/{facts.Kind}/{facts.Name}"), place!.Value));
        plan.Ground.Organisations[made.Name] = made;
        plan.Ground.InScope.Add(made.Id);
        if (made.CreditCode is not null)
        {
            plan.Ground.ByCreditCode[made.CreditCode] = made;
        }

        return Effect.New;
    }

    // Companies of elsewhere are named here and registered there.
    private static bool Change(Organisation known, Row row, ImportPlan plan)
    {
        var (shortName, credit) = (row.TellsShortName ? row.Facts.ShortName : known.ShortName, known.CreditCode ?? row.Facts.CreditCode);
        if (!plan.Ground.InScope.Contains(known.Id) || (shortName == known.ShortName && credit == known.CreditCode))
        {
            return false;
        }

        (known.ShortName, known.CreditCode) = (shortName, credit);
        plan.Change(known);
        return true;
    }
}
