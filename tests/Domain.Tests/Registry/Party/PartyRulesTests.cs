using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;

namespace Linli.Domain.Tests.Registry.Party;

public sealed class PartyRulesTests
{
    private static readonly PlacePath Compound = new("50/01/18/001/009/001/");
    private static readonly ConflictRule Committee = PartyRules.Conflicts.Single(rule => rule.Id == "committee-and-serving-company");

    [Theory]
    [InlineData(0, FoundingForm.Instructor)]
    [InlineData(1, FoundingForm.JointBranch)]
    [InlineData(2, FoundingForm.JointBranch)]
    [InlineData(3, FoundingForm.Branch)]
    [InlineData(60, FoundingForm.Branch)]
    public void NumberOfFullMembersSuggestsAForm(int members, FoundingForm form) => PartyRules.Founding.For(members).ShouldBe(form);

    [Fact]
    public void WhatIsNotVerifiedSaysSo()
    {
        PartyRules.Founding.Source.Verification.ShouldBe(Verification.GeneralKnowledge);
        PartyRules.CommitteeShare.Source.Verification.ShouldBe(Verification.Design);
        PartyRules.Conflicts.ShouldAllBe(rule => rule.Source.Text.Length > 10);
    }

    [Fact]
    public void HalfIsEnoughAndLessIsBelow() => Prop.ForAll(Gen.Choose(0, 11).ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (party, members) =>
        party > members || PartyRules.CommitteeShare.IsBelow(party, members) == (2 * party < members)).QuickCheckThrowOnFailure();

    [Fact]
    public void CommitteeMemberHoldsNoPostInTheServingCompany()
    {
        var member = new SeatOfPost("committee-member", OrganisationKind.OwnersCommittee, Compound, []);
        var guard = new SeatOfPost("repair-worker", OrganisationKind.PropertyCompany, new("51/"), [Compound]);
        var elsewhere = guard with { Serves = [new("51/01/")] };
        Committee.Forbids(member, guard).ShouldBeTrue();
        Committee.Forbids(guard, member).ShouldBeTrue();
        Committee.Forbids(member, elsewhere).ShouldBeFalse();
        Committee.NeedsDeclaration.ShouldBeTrue();
    }

    [Fact]
    public void ProjectLeadMayBeSecretaryOfTheStaffsBranch() => PartyRules.Conflicts.ShouldAllBe(rule => !rule.Forbids(
        new("project-lead", OrganisationKind.PropertyCompany, Compound, new[] { Compound }), new("branch-secretary", OrganisationKind.ProjectBranch, Compound, Array.Empty<PlacePath>())));

    [Fact]
    public void RulesDoNotAskWhoCameFirst() => Prop.ForAll(Seats.ToArbitrary(), Seats.ToArbitrary(), (one, other) =>
        PartyRules.Conflicts.All(rule => rule.Forbids(one, other) == rule.Forbids(other, one))).QuickCheckThrowOnFailure();

    [Fact]
    public void OfficialHoldsNoPostInAnyCompany() => PartyRules.Conflicts.Single(rule => rule.Id == "public-official-and-company").Forbids(
        new("housing-officer", OrganisationKind.HousingDepartment, new("50/01/18/"), []), new("project-lead", OrganisationKind.PropertyCompany, new("51/"), [])).ShouldBeTrue();

    private static Gen<SeatOfPost> Seats => Gen.Elements(PostKinds.All.ToArray()).SelectMany(kind => Gen.Elements(Compound, new PlacePath("51/")).Select(path =>
        new SeatOfPost(kind.Code, kind.Organisations[0], path, kind.Organisations[0] == OrganisationKind.PropertyCompany ? [path] : [])));
}
