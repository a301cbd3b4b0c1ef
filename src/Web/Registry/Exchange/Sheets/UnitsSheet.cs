using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Pages;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Units by building, entrance and number. An empty cell leaves what is registered.</summary>
internal sealed class UnitsSheet() : Sheet<UnitsSheet.Row>("Units")
{
    internal sealed record Row(UnitAddress Address, UnitInput Input);

    protected override Row Read(RowView row, Gathering gathering, Faults faults)
    {
        var address = row.Unit("Number");
        PlaceNumbers.Clean(faults, "Building", address.Building);
        PlaceNumbers.Clean(faults, "Number", address.Number);
        var input = new UnitInput
        {
            Kind = row.Choice<UnitKind>("Kind"),
            Floor = row.Int("Floor"),
            RegisteredArea = row["RegisteredArea"],
            SurveyedArea = row["SurveyedArea"],
            ContractArea = row["ContractArea"],
            Delivery = row.Choice<Delivery>("Delivery"),
        };
        // Whether an area is known at all depends on what is registered.
        var alone = new Faults();
        UnitFacts.Apply(new Unit(), input, alone);
        foreach (var refusal in alone.All.Where(refusal => refusal is not NoAreaIsKnown))
        {
            faults.Add(refusal);
        }

        return new Row(address, input);
    }

    protected override void Unread(RowView row, Gathering gathering) => gathering.UnreadUnits.Add(row.Unit("Number"));

    protected override string KeyOf(Row row, ImportPlan plan) => row.Address.ToString();

    protected override string ColumnOf(string field) => field == "PlaceCode" ? "Entrance" : field;

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        if (plan.Ground.Unit(row.Address) is { } known)
        {
            return Change(known, row.Input, plan, faults);
        }

        if (UnitPlaces.Find(row.Address, plan, faults) is not { } place)
        {
            plan.Gathered.UnreadUnits.Add(row.Address);
            return Effect.New;
        }

        var code = $"{place.Code}-{row.Address.Number}";
        var unit = new Unit
        {
            Id = plan.NewId("unit", code),
            CompoundId = plan.Ground.Compound.Id,
            PlaceId = place.Id,
            Number = row.Address.Number,
            Code = code,
            Label = plan.Ground.LabelOf(place) + row.Address.Number,
        };
        UnitFacts.Apply(unit, row.Input, faults);
        plan.Ground.Add(plan.Add(unit));
        return Effect.New;
    }

    private static Effect Change(Unit unit, UnitInput told, ImportPlan plan, Faults faults)
    {
        var before = (unit.Kind, unit.Floor, unit.RegisteredArea, unit.SurveyedArea, unit.ContractArea, unit.Delivery);
        UnitFacts.Apply(
            unit,
            told with
            {
                Floor = told.Floor ?? unit.Floor,
                RegisteredArea = told.RegisteredArea ?? Words.AreaToType(unit.RegisteredArea),
                SurveyedArea = told.SurveyedArea ?? Words.AreaToType(unit.SurveyedArea),
                ContractArea = told.ContractArea ?? Words.AreaToType(unit.ContractArea),
            },
            faults);
        if (before == (unit.Kind, unit.Floor, unit.RegisteredArea, unit.SurveyedArea, unit.ContractArea, unit.Delivery))
        {
            return Effect.Unchanged;
        }

        plan.Change(unit);
        return Effect.Changed;
    }
}
