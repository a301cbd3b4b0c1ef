using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class RatingTests
{
    [Theory]
    [InlineData(Satisfaction.Satisfied, true)]
    [InlineData(Satisfaction.Basic, true)]
    [InlineData(Satisfaction.Dissatisfied, false)]
    public void BasicallySatisfiedCountsAsSatisfied(Satisfaction answer, bool satisfied) =>
        Rating.Of(true, answer, null).Value.IsSatisfied.ShouldBe(satisfied);

    [Fact]
    public void BothQuestionsAreAnswered()
    {
        Rating.Of(null, null, new string('x', 501)).Refusals.ShouldBe(
            [new TextIsTooLong("Comment", 500, 501), new SolvedIsMissing(), new SatisfactionIsMissing()]);
        Rating.Of(true, (Satisfaction)9, null).Refusals.ShouldBe([new SatisfactionIsMissing()]);
    }

    [Fact]
    public void CommentMayBeLeftOut() => Rating.Of(false, Satisfaction.Basic, " ").Value.ShouldBe(new Rating(false, Satisfaction.Basic, null));
}
