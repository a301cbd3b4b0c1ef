using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

/// <summary>What holds of every table: made-up ones, and that of a whole municipality.</summary>
public sealed class DivisionPropertyTests
{
    // Trees with random holes: a code and, mostly, all codes above it.
    private static readonly Gen<DivisionRow[]> Tables = Gen.Choose(0, 99_999).ArrayOf(12).Select(numbers => numbers
        .SelectMany(number => Chain(number % 3, number / 3 % 3, number / 9 % 3, number / 27 % 3))
        .DistinctBy(row => row.Code)
        .Select((row, index) => row with { Line = index + 2 })
        .ToArray());

    [Fact]
    public void OrderOfRowsDoesNotMatter() => Prop.ForAll(
        (from table in Tables from shuffled in Gen.Shuffle(table) from half in Gen.Choose(0, table.Length) select (table, shuffled, half)).ToArbitrary(),
        given =>
        {
            var registry = DivisionWorld.After(given.table.OrderBy(row => row.Level).Take(given.half).ToArray(), []);
            return Text(DivisionTable.Plan(given.table, registry)) == Text(DivisionTable.Plan(given.shuffled, registry));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ImportingTwiceChangesNothing() => Prop.ForAll(Tables.ToArbitrary(), table =>
        DivisionTable.Plan(table, DivisionWorld.After(table, [])).Value.ChangesNothing).QuickCheckThrowOnFailure();

    [Fact]
    public void PathsStayDistinctAndFollowTheTreeThroughAnyMove() => Prop.ForAll(
        (from table in Tables
         from moved in Gen.Elements(table.Where(row => row.Level == 4).ToArray())
         from parent in Gen.Elements(table.Where(row => row.Level == 3).ToArray())
         select (table, moved: moved with { ParentCode = parent.Code })).ToArbitrary(),
        given =>
        {
            var registry = DivisionWorld.After(given.table, []);
            var plan = DivisionTable.Plan([given.moved], registry).Value;
            var paths = DivisionTable.PathsOf(DivisionWorld.Applied(plan, registry));
            return paths.Values.Distinct().Count() == paths.Count
                && DivisionTable.PathsOf(registry).All(before => plan.PathAfter(before.Value) == paths[before.Key]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void OneFaultyRowStopsTheWholeTable() => Prop.ForAll(
        (from table in Tables from row in Gen.Elements(table) select (table, row)).ToArbitrary(),
        given => DivisionTable.Plan([.. given.table, given.row with { Line = 999 }], []).Refusals is [DivisionIsDuplicate { Line: 999 }]).QuickCheckThrowOnFailure();

    [Fact]
    public void MunicipalityIsPlannedInAMomentAndTwiceIsOnce()
    {
        var rows = Municipality();
        rows.Length.ShouldBe(12_303);
        DivisionTable.Plan(rows, []).Refusals.ShouldAllBe(fault => fault is DivisionIsOrphan);

        ExistingDivision[] above = [new(Guid.NewGuid(), "50", "重庆市", 1, null), new(Guid.NewGuid(), "5001", "市辖区", 2, "50"), new(Guid.NewGuid(), "5002", "县", 2, "50")];
        var started = TimeProvider.System.GetTimestamp();
        var plan = DivisionTable.Plan(rows, above).Value;
        var took = TimeProvider.System.GetElapsedTime(started);

        plan.Added.Count.ShouldBe(12_303);
        plan.Added.Single(added => added.Row.Code == "500118001009").Path.ShouldBe(new PlacePath("50/01/18/001/009/"));
        DivisionTable.Plan(rows, DivisionWorld.Applied(plan, above)).Value.ChangesNothing.ShouldBeTrue();
        TestContext.Current.SendDiagnosticMessage("12,303 rows planned in {0} ms", took.TotalMilliseconds);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(2), "well under a second on a quiet machine");
    }

    [Fact]
    public void NamesOfAMunicipalityAreToldShort()
    {
        var shortNames = Municipality().Where(row => row.Level == 5).Select(row => DivisionName.Short(row.Name)).ToArray();
        shortNames.ShouldAllBe(name => name.Length > 0 && !name.EndsWith("委员会", StringComparison.Ordinal) && !name.EndsWith("居委会", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("棠城社区居民委员会", "棠城社区")]
    [InlineData("三星村村民委员会", "三星村")]
    [InlineData("郎家社区居委会", "郎家社区")]
    [InlineData("建设村委会", "建设村")]
    [InlineData("建设村村委会", "建设村")]
    [InlineData("三星村民委员会", "三星村")]
    [InlineData("先锋社区村民委员会", "先锋社区")]
    [InlineData("鱼田堡居委会", "鱼田堡")]
    [InlineData("化龙桥社区工作站", "化龙桥社区工作站")]
    [InlineData("中山路街道", "中山路街道")]
    [InlineData("居委会", "居委会")]
    public void CommitteesAreLeftOut(string name, string expected) => DivisionName.Short(name).ShouldBe(expected);

    private static DivisionRow[] Municipality() =>
    [
        .. SharedData.FilesOrSkip("divisions", "chongqing-2021.csv")
            .SelectMany(File.ReadLines).Select((text, index) => (text, line: index + 1)).Skip(1)
            .Select(row => row.text.Split(',') is [var code, var name, var level, var parent]
                ? new DivisionRow(row.line, code, name, int.Parse(level, CultureInfo.InvariantCulture), parent)
                : throw new FormatException(row.text)),
    ];

    private static IEnumerable<DivisionRow> Chain(int city, int district, int street, int community)
    {
        yield return new(0, "50", "省", 1, null);
        yield return new(0, $"500{city}", $"市{city}", 2, "50");
        yield return new(0, $"500{city}1{district}", $"区{district}", 3, $"500{city}");
        yield return new(0, $"500{city}1{district}00{street}", $"街道{street}", 4, $"500{city}1{district}");
        yield return new(0, $"500{city}1{district}00{street}00{community}", $"社区{community}", 5, $"500{city}1{district}00{street}");
    }

    private static string Text(Outcome<DivisionPlan> outcome) => outcome.Succeeded(out var plan)
        ? string.Join('\n', plan.Added.Cast<object>().Concat(plan.Renamed).Concat(plan.Moved).Concat(plan.Unchanged).Concat(plan.PathChanges))
        : string.Join('\n', outcome.Refusals);
}
