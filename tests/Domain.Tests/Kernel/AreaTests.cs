using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Kernel;

public sealed class AreaTests
{
    [Theory]
    [InlineData("89.5", 8950)]
    [InlineData("89.50", 8950)]
    [InlineData("89.500", 8950)]
    [InlineData("0", 0)]
    [InlineData("10000000", 1_000_000_000)]
    public void AreaIsKeptToTheHundredth(string text, long hundredths)
    {
        Area.TryParse(text, out var area).ShouldBeTrue();
        area.Hundredths.ShouldBe(hundredths);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData("89.505")]
    [InlineData("10000000.01")]
    [InlineData("99999999999999999999999999999999")]
    public void SomethingElseIsNoArea(string? text) => Area.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void SumsOverflowLoudly() => Should.Throw<OverflowException>(() => new Area(long.MaxValue) + new Area(1));

    [Fact]
    public void AreaIsNeverNegative() => Should.Throw<ArgumentOutOfRangeException>(() => new Area(-1));

    [Fact]
    public void OrderIsThatOfTheNumbers() => Prop.ForAll<uint, uint>((left, right) =>
        (new Area(left) < new Area(right)) == left < right && (new Area(left) >= new Area(right)) == left >= right
        && (new Area(left) + new Area(right)).Hundredths == (long)left + right).QuickCheckThrowOnFailure();
}
