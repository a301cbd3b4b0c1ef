using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Exchange.Sheets;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>The sheets in the order in which they build upon each other.</summary>
internal sealed class Planner
{
    private readonly ISheet[] all =
    [
        new OrganisationsSheet(), new BuildingsSheet(), new UnitsSheet(), new OwnersSheet(), new ResidentsSheet(), new ContractsSheet(), new PostsSheet(),
        new RegistrationsSheet(),
    ];
    private readonly List<ISheet> sheets = [];

    /// <summary>Judges every row by itself.</summary>
    public void Read(ParsedWorkbook workbook, Gathering gathering)
    {
        gathering.Faults.AddRange(workbook.Faults);
        foreach (var sheet in all.Where(sheet => workbook.Sheets.ContainsKey(sheet.Key)))
        {
            var parsed = workbook.Sheets[sheet.Key];
            var rows = parsed.Rows.Count;
            sheet.Read(parsed, gathering);
            parsed.Forget();
            Memory.GiveBack(rows);
            sheets.Add(sheet);
        }
    }

    /// <summary>Judges the rows against the registry and each other.</summary>
    public ImportReport Plan(ImportPlan plan, ParsedWorkbook workbook)
    {
        var counts = new List<SheetCount>();
        foreach (var sheet in sheets)
        {
            counts.Add(sheet.Plan(plan));
            Memory.GiveBack(counts[^1].Rows);
        }

        var order = SheetLayouts.All.Select((sheet, at) => (sheet.Key, at)).ToDictionary(sheet => sheet.Key, sheet => sheet.at, StringComparer.Ordinal);
        return new ImportReport
        {
            Sheets = [.. counts.OrderBy(count => order[count.Sheet])],
            Faults = [.. plan.Gathered.Faults.OrderBy(fault => order[fault.Sheet]).ThenBy(fault => fault.Row)],
            PassedOver = workbook.PassedOver,
        };
    }
}
