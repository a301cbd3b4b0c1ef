using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;

namespace Linli.Domain.Tests.Registry.Party;

public sealed class CrossAppointmentTests
{
    private static readonly Guid One = new(1, 0, 0, new byte[8]);
    private static readonly Guid Other = new(2, 0, 0, new byte[8]);

    private static Seat Head(OrganisationKind kind) => new(One, kind, IsHead: true, IsPost: true);

    private static readonly Seat[] Four =
    [
        Head(OrganisationKind.GovernanceBranch), Head(OrganisationKind.EnvironmentAndPropertyCommittee),
        Head(OrganisationKind.CommitteeAssociation), Head(OrganisationKind.CompanyAssociation),
    ];

    [Fact]
    public void FourHeadsAreFourInOneAndThreeAreNot()
    {
        CrossAppointments.Of(Four).ShouldContain(CrossPattern.FourInOne);
        foreach (var missing in Four)
        {
            CrossAppointments.Of([.. Four.Where(seat => seat != missing)]).ShouldNotContain(CrossPattern.FourInOne);
        }
    }

    [Fact]
    public void SecretaryWhoChairsTheCommitteeHeadsBoth()
    {
        CrossAppointments.Of([Head(OrganisationKind.GridBranch), Head(OrganisationKind.OwnersCommittee)])
            .ShouldBe([CrossPattern.ConcurrentHeadship, CrossPattern.CrossAppointment]);
        CrossAppointments.Of([Head(OrganisationKind.GridBranch), Head(OrganisationKind.OwnersCommittee) with { IsHead = false }])
            .ShouldBe([CrossPattern.CrossAppointment]);
    }

    [Fact]
    public void LeadingAGroupIsNoSecretarysPost() =>
        CrossAppointments.Of([Head(OrganisationKind.BlockGroup), Head(OrganisationKind.OwnersCommittee)]).ShouldBe([CrossPattern.CrossAppointment]);

    [Fact]
    public void MembershipAloneIsNoPost() =>
        CrossAppointments.Of([Head(OrganisationKind.OwnersCommittee), new(One, OrganisationKind.GridBranch, false, IsPost: false)]).ShouldBeEmpty();

    [Fact]
    public void TwoWaysAreNeeded()
    {
        Seat[] intoCommittee = [new(One, OrganisationKind.GridBranch, false, true), new(One, OrganisationKind.OwnersCommittee, false, true)];
        Seat[] intoParty = [new(Other, OrganisationKind.PropertyCompany, false, true), new(Other, OrganisationKind.FunctionalBranch, false, false)];
        CrossAppointments.IsTwoWay(intoCommittee).ShouldBeFalse();
        CrossAppointments.IsTwoWay(intoParty).ShouldBeFalse();
        CrossAppointments.IsTwoWay(intoCommittee.Concat(intoParty)).ShouldBeTrue();
    }
}
