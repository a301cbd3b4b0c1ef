using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Received = new(2026, 11, 2, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Due = Received.AddHours(24);

    [Theory]
    [InlineData(0, DueState.OnTime)]
    [InlineData(18 * 3600 - 1, DueState.OnTime)]
    [InlineData(18 * 3600, DueState.DueSoon)]
    [InlineData(24 * 3600, DueState.DueSoon)]
    [InlineData(24 * 3600 + 1, DueState.Overdue)]
    public void LastQuarterIsDueSoonAndTheDueMomentItselfInTime(int seconds, DueState state)
    {
        var progress = Progress.At(Received, Due, Received.AddSeconds(seconds));
        progress.State.ShouldBe(state);
        progress.Remaining.ShouldBe(TimeSpan.FromSeconds(24 * 3600 - seconds));
        progress.IsOverdue.ShouldBe(!Progress.InTime(Due, Received.AddSeconds(seconds)));
    }

    [Fact]
    public void PausedTicketHasNoDueMoment() => Progress.At(Received, null, Due).ShouldBe(new Progress(DueState.Paused, null));

    [Fact]
    public void ProgressOnlyEverGetsWorse() => Prop.ForAll(
        (from whole in Gen.Choose(1, 30 * 86400)
         from passed in Gen.Choose(0, 40 * 86400)
         from more in Gen.Choose(0, 86400)
         select (whole, passed, more)).ToArbitrary(),
        given => At(given.whole, given.passed).State <= At(given.whole, given.passed + given.more).State)
        .QuickCheckThrowOnFailure();

    private static Progress At(int whole, int passed) => Progress.At(Received, Received.AddSeconds(whole), Received.AddSeconds(passed));
}
