using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;

namespace Linli.Domain.Tests.Registry.Party;

public sealed class PartyMembershipTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void MemberBelongsToOneOrganisationOnly() => PartyMemberships.CheckBeginning(
        OrganisationKind.GridBranch, Day, [new(new(2020, 1, 1), null)], []).ShouldBe([new HasAFormalMembershipAlready()]);

    [Fact]
    public void TakingPartInAFunctionalBranchMovesNothing() => PartyMemberships.CheckBeginning(
        OrganisationKind.FunctionalBranch, Day, [new(new(2020, 1, 1), null)], []).ShouldBeEmpty();

    [Fact]
    public void GeneralBranchHasBranchesAndNoMembersOfItsOwn() => PartyMemberships.CheckBeginning(
        OrganisationKind.CourtyardGeneralBranch, Day, [], []).ShouldBe([new PartyOrganisationHasNoMembersOfItsOwn()]);

    [Fact]
    public void NobodyTakesPartTwice() => PartyMemberships.CheckBeginning(
        OrganisationKind.FunctionalBranch, Day, [], [new(new(2020, 1, 1), null)]).ShouldBe([new TakesPartHereAlready()]);

    [Fact]
    public void WhoLeftMayComeBackTheDayAfter()
    {
        MembershipSpan[] before = [new(new(2020, 1, 1), Day)];
        PartyMemberships.CheckBeginning(OrganisationKind.GridBranch, Day, before, before).ShouldNotBeEmpty();
        PartyMemberships.CheckBeginning(OrganisationKind.GridBranch, Day.AddDays(1), before, before).ShouldBeEmpty();
    }

    // A history made of any acts in any order has one formal membership on every day.
    [Fact]
    public void OneFormalMembershipOnEveryDay() => Prop.ForAll(
        Gen.Choose(0, 2).SelectMany(act => Gen.Choose(0, 400).Select(day => (act, day))).ListOf(30).ToArbitrary(),
        acts =>
        {
            var history = new List<MembershipSpan>();
            foreach (var (act, offset) in acts)
            {
                var day = Day.AddDays(offset);
                var open = history.FindIndex(span => span.Until is null);
                if (act == 0 && PartyMemberships.CheckBeginning(OrganisationKind.GridBranch, day, history, []).Count == 0)
                {
                    history.Add(new(day, null));
                }
                else if (act == 1 && open >= 0 && PartyMemberships.Transfer(history[open], day).Succeeded(out var ended))
                {
                    history[open] = ended;
                    history.Add(new(day, null));
                }
                else if (act == 2 && open >= 0 && day >= history[open].Since)
                {
                    history[open] = history[open] with { Until = day };
                }
            }

            return Enumerable.Range(-1, 420).Select(i => Day.AddDays(i)).All(day => history.Count(span => Post.IsHeldOn(span.Since, span.Until, day)) <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TransferLeavesNoGapAndNoDayTwice() => Prop.ForAll(Gen.Choose(1, 5000).ToArbitrary(), days =>
        PartyMemberships.Transfer(new(Day, null), Day.AddDays(days)).Value.Until == Day.AddDays(days - 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void TransferLiesAfterTheBeginning() =>
        PartyMemberships.Transfer(new(Day, null), Day).Refusals.ShouldBe([new TransferLiesBeforeTheBeginning()]);
}
