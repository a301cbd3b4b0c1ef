using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>Judges what is told of a unit and takes it over.</summary>
internal static class UnitFacts
{
    public static void Apply(Unit unit, UnitInput input, Faults faults)
    {
        unit.Kind = faults.Choice(nameof(input.Kind), input.Kind);
        unit.Delivery = faults.Choice(nameof(input.Delivery), input.Delivery);
        unit.Floor = faults.OptionalNumber(nameof(input.Floor), input.Floor, -9, 150);
        var faultsBefore = faults.All.Count;
        unit.RegisteredArea = faults.OptionalArea(nameof(input.RegisteredArea), input.RegisteredArea);
        unit.SurveyedArea = faults.OptionalArea(nameof(input.SurveyedArea), input.SurveyedArea);
        unit.ContractArea = faults.OptionalArea(nameof(input.ContractArea), input.ContractArea);
        faults.AddIf(unit.CountedArea is null && faults.All.Count == faultsBefore, new NoAreaIsKnown());
    }
}
