using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;

namespace Linli.Domain.Tests.Registry.Party;

public sealed class PostTermsTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly Guid Place = new(1, 0, 0, new byte[8]);

    private static Guid Person(int number) => new(number, 1, 0, new byte[8]);

    private static TermHeld Term(int person, PostKind kind, int from, int? to) =>
        new(Person(person), kind.Code, Place, Day.AddDays(from), to is { } last ? Day.AddDays(last) : null);

    // Whatever terms are offered in whatever order: an organisation never has two secretaries on one day.
    [Fact]
    public void OneSecretaryOnEveryDay() => Prop.ForAll(
        Gen.Choose(1, 4).SelectMany(person => Gen.Choose(0, 300).SelectMany(from => Gen.Choose(-1, 120).Select(days => (person, from, days)))).ListOf(25).ToArbitrary(),
        offers =>
        {
            var terms = new List<TermHeld>();
            foreach (var (person, from, days) in offers)
            {
                var term = Term(person, PostKinds.BranchSecretary, from, days < 0 ? null : from + days);
                if (PostTerms.Check(PostKinds.BranchSecretary, term, terms).Count == 0)
                {
                    terms.Add(term);
                }
            }

            return Enumerable.Range(0, 430).All(i => terms.Count(term => Post.IsHeldOn(term.FirstDay, term.LastDay, Day.AddDays(i))) <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ManyMaySitInACommitteeButNobodyTwice()
    {
        var member = Term(1, PostKinds.CommitteeMember, 0, 100);
        PostTerms.Check(PostKinds.CommitteeMember, Term(2, PostKinds.CommitteeMember, 0, 100), [member]).ShouldBeEmpty();
        PostTerms.Check(PostKinds.CommitteeMember, Term(1, PostKinds.CommitteeMember, 50, 150), [member]).ShouldBe([new HoldsThisPostAlready()]);
    }

    [Fact]
    public void SuccessorBeginsTheDayAfter()
    {
        var before = Term(1, PostKinds.CommitteeChair, 0, 100);
        PostTerms.Check(PostKinds.CommitteeChair, Term(2, PostKinds.CommitteeChair, 100, null), [before]).ShouldBe([new PostHasAHolder(Day)]);
        PostTerms.Check(PostKinds.CommitteeChair, Term(2, PostKinds.CommitteeChair, 101, null), [before]).ShouldBeEmpty();
    }

    [Fact]
    public void TermsMeetWhenSomeDayIsInBoth() => Prop.ForAll(
        Gen.Choose(0, 30).ArrayOf(4).ToArbitrary(),
        n =>
        {
            var (a, b, c, d) = (Math.Min(n[0], n[1]), Math.Max(n[0], n[1]), Math.Min(n[2], n[3]), Math.Max(n[2], n[3]));
            return Post.TermsMeet(Day.AddDays(a), Day.AddDays(b), Day.AddDays(c), Day.AddDays(d)) == Enumerable.Range(a, b - a + 1).Any(i => i >= c && i <= d);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhoeverIsAloneInAPostHeadsOrIsOne() => PostKinds.All.Where(kind => kind.IsHead).ShouldAllBe(kind => kind.HasOneHolder);
}
