using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;

namespace Linli.Domain.Tests.Registry.Party;

public sealed class PartyTreeTests
{
    private static readonly PlacePath Subdistrict = new("50/01/18/001/");
    private static readonly PlacePath Community = Subdistrict.Child("009");
    private static readonly PlacePath Compound = Community.Child("001");

    private static readonly Gen<OrganisationKind> Kinds = Gen.Elements(OrganisationKinds.OfTheParty.ToArray());

    [Fact]
    public void EveryKindOfThePartyHasOneRuleAndNoOtherHas()
    {
        PartyTree.Rules.Select(rule => rule.Kind).ShouldBe(OrganisationKinds.OfTheParty, ignoreOrder: true);
        Should.Throw<ArgumentException>(() => PartyTree.RuleOf(OrganisationKind.PropertyCompany));
    }

    [Fact]
    public void FiveLevelsStandBelowEachOther()
    {
        var levels = PartyTree.Rules.Where(rule => rule.Kind.PartyLevel() is not null).OrderBy(rule => rule.Kind.PartyLevel()).ToArray();
        levels.Length.ShouldBe(5);
        for (var level = 1; level < levels.Length; level++)
        {
            levels[level].Parents.ShouldContain(levels[level - 1].Kind);
        }
    }

    [Fact]
    public void NoLevelStandsBelowAHigherNumberOrItsOwn() => Prop.ForAll(Kinds.ToArbitrary(), kind =>
        kind.PartyLevel() is not { } own || PartyTree.RuleOf(kind).Parents.All(parent => parent.PartyLevel() is not { } above || above < own)).QuickCheckThrowOnFailure();

    [Fact]
    public void ALevelMayBeAbsent() => PartyTree.CheckParent(
        new(OrganisationKind.GridBranch, Compound), new(OrganisationKind.SubdistrictJointWorkCommittee, Subdistrict)).ShouldBeEmpty();

    [Fact]
    public void WhatTheTableDoesNotAllowIsRefused() => Prop.ForAll(Kinds.ToArbitrary(), Kinds.ToArbitrary(), (child, parent) =>
        PartyTree.CheckParent(new(child, Compound), new(parent, Community)).Contains(new PartyOrganisationDoesNotStandThere())
            != PartyTree.RuleOf(child).Parents.Contains(parent)).QuickCheckThrowOnFailure();

    [Fact]
    public void PlaceLiesWithinThePlaceAboveExceptForCompanies()
    {
        var elsewhere = new PlacePath("51/01/05/");
        PartyTree.CheckParent(new(OrganisationKind.GridBranch, elsewhere), new(OrganisationKind.CommunityJointPartyCommittee, Community))
            .ShouldBe([new PartyOrganisationLiesOutside()]);
        PartyTree.CheckParent(new(OrganisationKind.CompanyBranch, elsewhere), new(OrganisationKind.IndustryPartyCommittee, new("50/01/18/"))).ShouldBeEmpty();
    }

    [Fact]
    public void GroupsAndHouseholdsNeverStandAlone() => PartyTree.Rules.Where(rule => PartyTree.CheckParent(new(rule.Kind, Compound), null).Count > 0)
        .Select(rule => rule.Kind).ShouldBe([OrganisationKind.BlockGroup, OrganisationKind.MemberHousehold]);

    [Fact]
    public void FunctionalOrganisationsMoveNoMembership()
    {
        PartyTree.RuleOf(OrganisationKind.FunctionalBranch).Holds.ShouldBe(MembershipWay.Attached);
        PartyTree.RuleOf(OrganisationKind.GovernanceBranch).Holds.ShouldBe(MembershipWay.Attached);
        PartyTree.RuleOf(OrganisationKind.CourtyardGeneralBranch).Holds.ShouldBeNull();
        PartyTree.RuleOf(OrganisationKind.ProjectBranch).Parents.ShouldContain(OrganisationKind.CourtyardGeneralBranch);
    }

    // Whatever is moved in whatever order: as long as the rule is asked, nobody comes to stand below himself.
    [Fact]
    public void NoOrderOfMovesMakesACircle() => Prop.ForAll(
        Gen.Choose(0, 7).SelectMany(child => Gen.Choose(0, 7).Select(parent => (child, parent))).ListOf(40).ToArbitrary(),
        moves =>
        {
            var ids = Enumerable.Range(0, 8).Select(i => new Guid(i + 1, 0, 0, new byte[8])).ToArray();
            var parentOf = ids.ToDictionary(id => id, _ => (Guid?)null);
            foreach (var (child, parent) in moves.Where(move => !PartyTree.WouldStandBelowItself(ids[move.child], ids[move.parent], parentOf)))
            {
                parentOf[ids[child]] = ids[parent];
            }

            return ids.All(id => Roots(id, parentOf) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void DissolvingTellsAllThatIsLeft() => PartyTree.CheckDissolving(3, 1, 2)
        .ShouldBe([new PartyMembersAreLeft(3), new PartyOrganisationsAreLeftBelow(1), new PostsAreLeft(2)]);

    [Fact]
    public void AnEmptyOrganisationIsDissolved() => PartyTree.CheckDissolving(0, 0, 0).ShouldBeEmpty();

    // The highest one above, or null where the way up never ends.
    private static Guid? Roots(Guid id, Dictionary<Guid, Guid?> parentOf)
    {
        var at = id;
        for (var steps = 0; steps <= parentOf.Count; steps++)
        {
            if (parentOf[at] is not { } above)
            {
                return at;
            }

            at = above;
        }

        return null;
    }
}
