using Linli.Domain.Registry;

namespace Linli.Web.Registry.Divisions;

/// <summary>Tells a plan in numbers and a few examples.</summary>
internal static class DivisionReport
{
    private const int MostExamples = 20;

    public static DivisionImport Of(DivisionPlan plan, int rows) => new()
    {
        Rows = rows,
        Added = plan.Added.Count,
        Renamed = plan.Renamed.Count,
        Moved = plan.Moved.Count,
        Unchanged = plan.Unchanged.Count,
        Examples =
        [
            .. plan.Moved.Take(MostExamples).Select(change => Changed("Moved", change)),
            .. plan.Renamed.Take(MostExamples).Select(change => Changed("Renamed", change)),
            .. plan.Added.Take(MostExamples).Select(added => new DivisionChange("Added", added.Row.Code, added.Row.Name, null, null)),
        ],
    };

    private static DivisionChange Changed(string kind, ChangedDivision change) =>
        new(kind, change.After.Code, change.After.Name, change.Before.Code, change.Before.Name);
}
