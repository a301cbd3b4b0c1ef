using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>What a row does.</summary>
internal enum Effect
{
    New,
    Changed,
    Unchanged,
}

/// <summary>One sheet of an import: reads its rows, then plans what they change.</summary>
internal interface ISheet
{
    string Key { get; }

    /// <summary>Judges each row by itself and notes what must be known of the registry.</summary>
    void Read(ParsedSheet sheet, Gathering gathering);

    /// <summary>Judges the rows against the registry and the rows before them.</summary>
    SheetCount Plan(ImportPlan plan);
}

/// <typeparam name="TRow">A row, judged by itself.</typeparam>
internal abstract class Sheet<TRow>(string key) : ISheet
    where TRow : class
{
    private readonly List<(int Number, TRow Row)> read = [];

    public string Key => key;

    public void Read(ParsedSheet sheet, Gathering gathering)
    {
        foreach (var row in sheet.Rows)
        {
            var faults = new Faults();
            var view = new RowView(sheet.Layout, row);
            var typed = Read(view, gathering, faults);
            if (faults.Any || typed is null)
            {
                gathering.Faults.AddRange(Tell(row.Number, faults));
                Unread(view, gathering);
            }
            else
            {
                read.Add((row.Number, typed));
            }
        }

        foreach (var row in sheet.Unread)
        {
            Unread(new RowView(sheet.Layout, row), gathering);
        }
    }

    public SheetCount Plan(ImportPlan plan)
    {
        var (counts, mark) = (new int[3], 0);
        var first = new Dictionary<UInt128, int>();
        for (var at = 0; at < read.Count; at++)
        {
            // What a row led to stands in the plan; the row itself need not be kept beside it.
            var (number, row) = read[at];
            read[at] = default;
            Memory.GiveBackAt(at);
            var faults = new Faults();
            var effect = Plan(row, number, plan, faults);
            if (!faults.Any && HashOf(KeyOf(row, plan)) is var natural && !first.TryAdd(natural, number))
            {
                faults.Add(new RowIsThereTwice(first[natural]));
            }

            plan.Gathered.Faults.AddRange(Tell(number, faults));
            counts[(int)effect]++;
            mark = effect == Effect.Unchanged ? mark : unchecked((((mark * 31) + number) * 31) + (int)effect);
        }

        Finish(plan);
        read.Clear();
        read.TrimExcess();
        return new SheetCount(key, counts[0], counts[1], counts[2]) { Mark = mark };
    }

    /// <summary>Judges a row by itself; null when it cannot be.</summary>
    protected abstract TRow? Read(RowView row, Gathering gathering, Faults faults);

    protected abstract Effect Plan(TRow row, int number, ImportPlan plan, Faults faults);

    /// <summary>What must not stand on the sheet twice; asked after the row was planned.</summary>
    protected abstract string KeyOf(TRow row, ImportPlan plan);

    /// <summary>A row that is faulty by itself: what it would have registered is not missed elsewhere.</summary>
    protected virtual void Unread(RowView row, Gathering gathering)
    {
    }

    /// <summary>What can be judged when all rows are there.</summary>
    protected virtual void Finish(ImportPlan plan)
    {
    }

    /// <summary>The column that an input of the forms stands in.</summary>
    protected virtual string ColumnOf(string field) => field;

    // Half of a hash tells the rows of a file apart, and takes a fifth of the room of their keys.
    private static UInt128 HashOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    protected IEnumerable<CellFault> Tell(int row, Faults faults) => faults.All.Select(refusal => new CellFault(
        key, row, refusal.Field is { } field && SheetLayouts.Of(key).IndexOf(ColumnOf(field)) >= 0 ? ColumnOf(field) : null, refusal));
}
