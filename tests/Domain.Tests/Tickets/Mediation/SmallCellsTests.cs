using Linli.Domain.Tickets.Mediation;

namespace Linli.Domain.Tests.Tickets.Mediation;

/// <summary>From what is shown, no figure between nought and the smallest can be computed.</summary>
public sealed class SmallCellsTests
{
    private static readonly Gen<(int[] Counts, int Least)> Tables =
        from counts in Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(0, 40), Gen.Constant(0)).NonEmptyListOf() from least in Gen.Choose(2, 8) select (counts.Take(12).ToArray(), least);

    [Fact]
    public void NoSmallFigureIsShown() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var safe = Of(table);
        return safe.Cells.All(cell => cell.Count is null or 0 || cell.Count >= table.Least) && (safe.Total is null or 0 || safe.Total >= table.Least);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsKeptBackCannotBeComputedFromTheSum() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var safe = Of(table);
        var hidden = safe.Cells.Count(cell => cell.Count is null);
        // Without a sum nothing can be taken from it; with one, at least two are hidden and together they are not few.
        return hidden == 0 || safe.Total is not { } total || (hidden > 1 && total - safe.Cells.Sum(cell => cell.Count ?? 0) >= table.Least);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsShownIsTrueAndInItsPlace() => Prop.ForAll(Tables.ToArbitrary(), table =>
    {
        var safe = Of(table);
        return safe.Cells.Count == table.Counts.Length && safe.Cells.Zip(table.Counts).All(pair => pair.First.Count is null || pair.First.Count == pair.Second)
            && (safe.Total is null || safe.Total == table.Counts.Sum());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LargeFiguresAreNotKeptBackForNothing() =>
        SmallCells.Suppress([("a", 9), ("b", 0), ("c", 20)], 5).ShouldSatisfyAllConditions(
            safe => safe.Total.ShouldBe(29), safe => safe.Cells.Select(cell => cell.Count).ShouldBe([9, 0, 20]));

    [Fact]
    public void OneSmallFigureTakesTheNextOneWithIt() =>
        SmallCells.Suppress([("a", 2), ("b", 7), ("c", 20)], 5).ShouldSatisfyAllConditions(
            safe => safe.Total.ShouldBe(29), safe => safe.Cells.Select(cell => cell.Count).ShouldBe([null, null, 20]));

    private static SafeTable Of((int[] Counts, int Least) table) => SmallCells.Suppress([.. table.Counts.Select((count, at) => ($"{at}", count))], table.Least);
}
