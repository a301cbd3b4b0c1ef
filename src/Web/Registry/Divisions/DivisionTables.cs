using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Web.Registry.Divisions;

/// <summary>Several tables read as one: lines are numbered through, and a fault is told by file and line.</summary>
internal sealed class DivisionTables
{
    private readonly List<(string Name, int FirstLine)> starts = [];

    private DivisionTables()
    {
    }

    public List<DivisionRow> Rows { get; } = [];

    public List<DivisionFaultAt> Faults { get; } = [];

    public string Source => string.Join(", ", starts.Select(start => start.Name));

    public static DivisionTables Read(IReadOnlyList<DivisionFile> files)
    {
        var tables = new DivisionTables();
        var line = 1;
        foreach (var file in files)
        {
            tables.starts.Add((file.Name, line));
            var (rows, faults) = DivisionReader.Read(file, line);
            tables.Rows.AddRange(rows);
            tables.Add(faults);
            line += 1 + file.Content.AsSpan().Count((byte)'\n');
        }

        return tables;
    }

    public void Add(IEnumerable<Refusal> refusals) => Faults.AddRange(refusals.Select(At));

    private DivisionFaultAt At(Refusal refusal)
    {
        if (LineOf(refusal) is not { } line)
        {
            return new DivisionFaultAt(starts[^1].Name, 0, refusal);
        }

        var (name, first) = starts.Last(start => start.FirstLine <= line);
        return new DivisionFaultAt(name, line - first + 1, Renumbered(refusal));
    }

    private static int? LineOf(Refusal refusal) => refusal switch
    {
        DivisionFault fault => fault.Line,
        DivisionLineIsBroken fault => fault.Line,
        DivisionLevelIsNotANumber fault => fault.Line,
        _ => null,
    };

    // A message that speaks of an earlier line means that line's own file.
    private Refusal Renumbered(Refusal refusal) => refusal switch
    {
        DivisionIsDuplicate fault => fault with { FirstLine = LineInFile(fault.FirstLine) },
        PreviousCodeIsClaimedTwice fault => fault with { FirstLine = LineInFile(fault.FirstLine) },
        _ => refusal,
    };

    private int LineInFile(int line) => line - starts.Last(start => start.FirstLine <= line).FirstLine + 1;
}
