using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class TicketNumberTests
{
    [Fact]
    public void NumberSaysCompoundMonthAndSequence() =>
        TicketNumber.Of("KQ", new DateTimeOffset(2026, 10, 31, 16, 0, 0, TimeSpan.Zero), 317).ToString().ShouldBe("KQ-2611-0317");

    [Fact]
    public void SequenceGrowsPastFourDigits() =>
        TicketNumber.Of("KQ", new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), 12345).ToString().ShouldBe("KQ-2611-12345");

    [Theory]
    [InlineData(" kq-2611-0317 ")]
    [InlineData("ＫＱ－２６１１－０３１７")]
    public void TypedNumberIsForgiven(string text)
    {
        TicketNumber.TryParse(text, out var number).ShouldBeTrue();
        number.ToString().ShouldBe("KQ-2611-0317");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KQ-2613-0317")]
    [InlineData("KQ-2611-317")]
    [InlineData("KQ-2611-0000")]
    [InlineData("KQ-2611-00317")]
    [InlineData("KQ-2611-0317\n0")]
    [InlineData("TOOLONGNAME-2611-0317")]
    [InlineData("康桥-2611-0317")]
    [InlineData("KQ-2611-9999999999")]
    public void SomethingElseIsNoNumber(string? text) => TicketNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void WhatIsWrittenIsReadBack() => Prop.ForAll(
        Gen.Choose(0, 1199).Zip(Gen.Choose(1, 999_999_999)).ToArbitrary(),
        given =>
        {
            var number = TicketNumber.Of("A1", new DateTimeOffset(2000, 1, 15, 0, 0, 0, TimeSpan.Zero).AddMonths(given.Item1), given.Item2);
            return TicketNumber.TryParse(number.ToString(), out var read) && read == number;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ImpossiblePartsAreABug()
    {
        var now = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        Should.Throw<ArgumentException>(() => TicketNumber.Of("k q", now, 1));
        Should.Throw<ArgumentException>(() => TicketNumber.Of("KQ", now, 0));
    }
}
