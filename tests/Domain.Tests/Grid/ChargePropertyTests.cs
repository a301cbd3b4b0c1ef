using Linli.Domain.Grid;

namespace Linli.Domain.Tests.Grid;

/// <summary>A household never has two captains at once, and a hand-over neither loses nor doubles one, whatever is done in whatever order.</summary>
public sealed class ChargePropertyTests
{
    private static readonly Guid[] Households = [.. Enumerable.Range(1, 6).Select(Id)];
    private static readonly Guid[] Posts = [.. Enumerable.Range(101, 4).Select(Id)];
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    // What somebody tries: (assign or pass, which households as bits, from, to, days later).
    private static readonly Gen<(bool Assign, int Bits, int From, int To, int Days)[]> Acts =
        (from assign in Gen.Elements(true, false)
         from bits in Gen.Choose(0, 63)
         from post in Gen.Choose(0, 3)
         from to in Gen.Choose(0, 3)
         from days in Gen.Choose(0, 40)
         select (assign, bits, post, to, days)).ArrayOf(25);

    [Fact]
    public void AHouseholdNeverHasTwoAtOnce() => Prop.ForAll(Acts.ToArbitrary(), acts =>
        Play(acts).All(charges => charges.All(one => charges.All(other => ReferenceEquals(one, other) || !one.Overlaps(other)))
            && charges.Where(c => c.Stands).GroupBy(c => c.Household).All(group => group.Count() == 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsOnceLookedAfterStaysLookedAfterThroughEveryHandOver() => Prop.ForAll(Acts.ToArbitrary(), acts =>
    {
        var had = new HashSet<Guid>();
        return Play(acts).All(charges =>
        {
            var standing = charges.Where(c => c.Stands).Select(c => c.Household).ToHashSet();
            had.UnionWith(standing);
            return had.SetEquals(standing);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AListHoldsEachHouseholdOnceAndOnlyThePredecessors() => Prop.ForAll(
        (from standing in Gen.SubListOf(Households) from wanted in Gen.SubListOf(Households) select (standing, wanted)).ToArbitrary(),
        given =>
        {
            var list = HandOver.Begin(Posts[0], Posts[1], [.. given.standing], [.. given.wanted, .. given.wanted]);
            return list.Succeeded(out var households)
                ? households.Distinct().Count() == households.Count && households.All(given.standing.Contains)
                    && (given.wanted.Count == 0 ? households.Count == given.standing.Count : households.ToHashSet().SetEquals(given.wanted))
                : given.standing.Count == 0 || given.wanted.Except(given.standing).Any();
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(HandOverState.Complete, 1, true)]
    [InlineData(HandOverState.Cancelled, 1, true)]
    [InlineData(HandOverState.Open, 0, true)]
    [InlineData(HandOverState.Open, 1, false)]
    public void OnlyTheSuccessorSignsAnOpenList(HandOverState state, int by, bool refused) =>
        HandOver.SignOff(state, Posts[1], Posts[by], [Households[0]], [Households[0]]).IsRefused.ShouldBe(refused);

    [Fact]
    public void AHouseholdWithSomebodyIsNotGivenToAnother() =>
        Charges.Assign([new Charge(Households[0], Posts[0], FirstDay, null)], [Households[0], Households[1]], Posts[1], FirstDay)
            .Refusals.ShouldHaveSingleItem().ShouldBe(new HouseholdsHaveSomebody(1));

    private static IEnumerable<IReadOnlyList<Charge>> Play((bool Assign, int Bits, int From, int To, int Days)[] acts)
    {
        List<Charge> charges = [];
        var day = FirstDay;
        foreach (var act in acts)
        {
            day = day.AddDays(act.Days);
            var meant = Households.Where((_, i) => (act.Bits >> i & 1) == 1).ToArray();
            if (act.Assign)
            {
                if (Charges.Assign(charges, meant, Posts[act.To], day).Succeeded(out var begun))
                {
                    charges.AddRange(begun);
                }
            }
            else
            {
                foreach (var household in meant)
                {
                    if (charges.FirstOrDefault(c => c.Household == household && c.Stands) is { } standing && act.From != act.To
                        && Charges.Pass(standing, Posts[act.From], Posts[act.To], day).Succeeded(out var passed))
                    {
                        charges.Remove(standing);
                        charges.AddRange([passed.Ended, passed.Begun]);
                    }
                }
            }

            yield return [.. charges];
        }
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
