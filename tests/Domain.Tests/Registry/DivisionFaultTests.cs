using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

public sealed class DivisionFaultTests
{
    private static readonly DivisionRow[] Good =
    [
        new(2, "50", "重庆市", 1, null),
        new(3, "5001", "市辖区", 2, "50"),
        new(4, "500118", "永川区", 3, "5001"),
    ];

    [Fact]
    public void CodeHasTheDigitsOfItsLevel()
    {
        Fault(new(9, "50018", "x", 3, "5001")).ShouldBe(new DivisionCodeIsMalformed(9, "50018", 3));
        Fault(new(9, "50011a", "x", 3, "5001")).ShouldBe(new DivisionCodeIsMalformed(9, "50011a", 3));
        Fault(new(9, "５００１１９", "x", 3, "5001")).ShouldBeOfType<DivisionCodeIsMalformed>();
        Faults(new DivisionRow(9, "500119", "x", 6, "5001")).ShouldContain(new DivisionLevelIsUnknown(9, "500119", 6));
    }

    [Fact]
    public void DuplicateIsToldWithItsFirstLine() =>
        Fault(new(9, "500118", "又一个", 3, "5001")).ShouldBe(new DivisionIsDuplicate(9, "500118", 4));

    [Fact]
    public void OrphanIsToldWithItsParent() =>
        Fault(new(9, "500299", "x", 3, "5002")).ShouldBe(new DivisionIsOrphan(9, "500299", "5002"));

    [Fact]
    public void OnlyAProvinceHasNoParent()
    {
        Fault(new(9, "500119", "x", 3, null)).ShouldBe(new DivisionParentDoesNotFitLevel(9, "500119", 3));
        Fault(new(9, "51", "x", 1, "50")).ShouldBe(new DivisionParentDoesNotFitLevel(9, "51", 1));
    }

    [Fact]
    public void ParentStandsHigher() =>
        Fault(new(9, "500119", "x", 3, "500118")).ShouldBe(new DivisionIsNotBelowItsParent(9, "500119", "500118", 3));

    [Fact]
    public void CircleIsToldForEachOfItsRows() =>
        Faults(new DivisionRow(8, "500120", "甲", 3, "500120001"), new(9, "500120001", "乙", 4, "500120"))
            .ShouldBe([new DivisionStandsBelowItself(8, "500120"), new DivisionStandsBelowItself(9, "500120001")]);

    [Fact]
    public void PlaceIsNotItsOwnParent() =>
        Fault(new(9, "500119", "x", 3, "500119")).ShouldBe(new DivisionStandsBelowItself(9, "500119"));

    [Fact]
    public void NewPlaceBeginsWithItsParentsCode() =>
        Fault(new(9, "510118", "x", 3, "5001")).ShouldBe(new DivisionCodeDoesNotBeginWithParent(9, "510118", "5001"));

    [Fact]
    public void NameIsThereAndShortAndClean()
    {
        Fault(new(9, "500119", " 　", 3, "5001")).ShouldBe(new DivisionNameIsMissing(9, "500119"));
        Fault(new(9, "500119", new string('长', 101), 3, "5001")).ShouldBe(new DivisionNameIsTooLong(9, "500119", 100));
        Fault(new(9, "500119", "a\0", 3, "5001")).ShouldBe(new DivisionNameHasForbiddenCharacters(9, "500119"));
    }

    [Fact]
    public void PreviousCodeBelongsToOneRowOnly()
    {
        var registry = DivisionWorld.After(Good, []);
        var twice = DivisionTable.Plan([new(2, "500198", "甲", 3, "5001", "500118"), new(3, "500199", "乙", 3, "5001", "500118")], registry);
        twice.Refusals.ShouldBe([new PreviousCodeIsClaimedTwice(3, "500199", "500118", 2)]);
    }

    [Fact]
    public void PreviousCodeOfAPlaceThatStaysIsRefused()
    {
        var registry = DivisionWorld.After([.. Good, new(5, "500119", "南川区", 3, "5001")], []);
        DivisionTable.Plan([new(2, "500119", "南川区", 3, "5001", "500118")], registry).Refusals
            .ShouldBe([new PreviousCodeIsStillInUse(2, "500119", "500118")]);
        DivisionTable.Plan([new(2, "500199", "甲", 3, "5001", "500118"), Good[2] with { Line = 3 }], registry).Refusals
            .ShouldBe([new PreviousCodeIsStillInUse(2, "500199", "500118")]);
    }

    [Fact]
    public void RenumberedPlaceKeepsItsLevel() =>
        DivisionTable.Plan([new(2, "500118001", "永川街道", 4, "5001", "500118")], DivisionWorld.After(Good, [])).Refusals
            .ShouldBe([new DivisionLevelMayNotChange(2, "500118001", "500118", 3)]);

    [Fact]
    public void ChildOfARenumberedPlaceNamesTheNewCode() =>
        DivisionTable.Plan([new(2, "500199", "永川区", 3, "5001", "500118"), new(3, "500118001", "x", 4, "500118")], DivisionWorld.After(Good, [])).Refusals
            .ShouldBe([new DivisionIsOrphan(3, "500118001", "500118")]);

    [Fact]
    public void EveryFaultyRowIsToldInTheOrderOfLines() =>
        Faults(new DivisionRow(11, "5", "", 3, "5001"), new(10, "500118", "x", 3, "5001"))
            .Select(fault => ((DivisionFault)fault).Line).ShouldBe([10, 11, 11]);

    private static Refusal Fault(DivisionRow row) => Faults(row).ShouldHaveSingleItem();

    private static IReadOnlyList<Refusal> Faults(params DivisionRow[] rows) => DivisionTable.Plan([.. Good, .. rows], []).Refusals;
}
