using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Service contracts by company and contract number, or first day.</summary>
internal sealed class ContractsSheet() : Sheet<ContractsSheet.Row>("Contracts")
{
    private const decimal HighestFee = 1000;

    internal sealed record Row(string Organisation, string? Number, DateOnly StartsOn, DateOnly? EndsOn, long? Fee);

    protected override Row Read(RowView row, Gathering gathering, Faults faults)
    {
        var organisation = faults.Line("Organisation", row["Organisation"], 100);
        gathering.OrganisationNames.Add(organisation);
        var starts = faults.Day("StartsOn", row.Day("StartsOn"), gathering.Today);
        return new Row(
            organisation, faults.OptionalLine("Number", row["Number"], 50), starts,
            LastDays.End("EndsOn", row.Day("EndsOn"), starts, gathering.Today, faults), Fee(row["Fee"], faults));
    }

    protected override string KeyOf(Row row, ImportPlan plan) => $"{row.Organisation}/{row.Number ?? row.StartsOn.ToString("O", CultureInfo.InvariantCulture)}";

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        if (OrganisationsSheet.Find(row.Organisation, plan, faults) is not { } organisation || faults.Any)
        {
            return Effect.New;
        }

        var contracts = plan.Ground.Services.Where(service => service.OrganisationId == organisation.Id).ToArray();
        var known = contracts.FirstOrDefault(contract => row.Number is not null && contract.Number == row.Number)
            ?? contracts.FirstOrDefault(contract => contract.StartsOn == row.StartsOn && (contract.Number is null || row.Number is null));
        if (known is null)
        {
            faults.AddIf(contracts.Any(contract => contract.StartsOn <= row.StartsOn && Terms.NotOver(contract.EndsOn, row.StartsOn)), new ServesThisCompoundAlready());
            plan.Ground.Services.Add(plan.Add(Apply(new Service
            {
                Id = plan.NewId("service", $"{plan.Ground.Compound.Code}/{organisation.Id}"),
                CompoundId = plan.Ground.Compound.Id,
                OrganisationId = organisation.Id,
            }, row)));
            return Effect.New;
        }

        var before = (known.Number, known.StartsOn, known.EndsOn, known.Fee);
        Apply(known, row);
        if (before == (known.Number, known.StartsOn, known.EndsOn, known.Fee))
        {
            return Effect.Unchanged;
        }

        plan.Change(known);
        return Effect.Changed;
    }

    protected override string ColumnOf(string field) => field == "OrganisationId" ? "Organisation" : field;

    private static Service Apply(Service contract, Row row)
    {
        contract.StartsOn = row.StartsOn;
        contract.Number = row.Number ?? contract.Number;
        contract.EndsOn = row.EndsOn ?? contract.EndsOn;
        contract.Fee = row.Fee ?? contract.Fee;
        return contract;
    }

    private static long? Fee(string? text, Faults faults)
    {
        if (text is null)
        {
            return null;
        }

        var understood = decimal.TryParse(PlainText.HalfWidth(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan is > 0 and <= HighestFee && decimal.Truncate(yuan * 100) == yuan * 100;
        faults.AddIf(!understood, new AmountIsNotUnderstood(text.Length > 20 ? text[..20] : text));
        return understood ? (long)(yuan * 100) : null;
    }
}
