using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

public sealed class PlacePathTests
{
    private static readonly Gen<PlacePath> Paths = Gen.Elements("1", "11", "01", "001").ArrayOf(4)
        .SelectMany(segments => Gen.Choose(0, 4).Select(depth => segments.Take(depth).Aggregate(PlacePath.Root, (path, segment) => path.Child(segment))));

    [Fact]
    public void OneDoesNotSeeEleven() => new PlacePath("50/1/").Covers(new("50/11/")).ShouldBeFalse();

    [Fact]
    public void PlaceCoversItselfAndWhatLiesBelow() => Prop.ForAll(Paths.ToArbitrary(), path =>
        path.Covers(path) && path.Covers(path.Child("9")) && !path.Child("9").Covers(path) && PlacePath.Root.Covers(path)).QuickCheckThrowOnFailure();

    [Fact]
    public void MovingThereAndBackChangesNothing() => Prop.ForAll(Paths.ToArbitrary(), Paths.ToArbitrary(), (path, to) =>
        path.Child("7").Moved(path, to).Moved(to, path) == path.Child("7")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    public void SegmentIsNotEmptyAndHoldsNoSlash(string segment) => Should.Throw<ArgumentException>(() => PlacePath.Root.Child(segment));

    [Theory]
    [InlineData("500118001009", "500118001", "009")]
    [InlineData("5001", "50", "01")]
    [InlineData("500118001", "500119", "500118001")]
    [InlineData("50", null, "50")]
    public void SegmentIsWhatTheCodeAddsToItsParents(string code, string? parent, string segment) =>
        DivisionCode.Segment(code, parent).ShouldBe(segment);
}
