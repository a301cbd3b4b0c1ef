using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;

namespace Linli.Domain.Tests.Registry.Alliances;

public sealed class AssociationTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    [InlineData(OrganisationKind.CommitteeAssociation, 5, 3)]
    [InlineData(OrganisationKind.CompanyAssociation, 4, 2)]
    public void DutiesAreAsManyAsTheArticleAnnouncesAndThoseItNamesAreVerified(OrganisationKind kind, int announced, int named)
    {
        var set = AssociationDuties.Of(kind);
        (set.Announced, set.Duties.Count).ShouldBe((announced, announced));
        set.Duties.Count(d => d.Source.Verification == Verification.Verified).ShouldBe(named);
    }

    [Fact]
    public void DutiesGivenTwiceOrNotAtAllAreNoRules()
    {
        const string duty = """{"code":"a","zh":"x","en":"x","source":"x","verification":"design"}""";
        string Set(string duties) => $$"""[{"kind":"alliance","announced":1,"source":"x","duties":[{{duties}}]}]""";
        AssociationDuties.Read(Set(duty)).ShouldHaveSingleItem();
        Should.Throw<JsonException>(() => AssociationDuties.Read(Set(string.Empty)));
        Should.Throw<JsonException>(() => AssociationDuties.Read(Set($"{duty},{duty}")));
    }

    [Fact]
    public void WhoMayJoin()
    {
        Membership.WhyNot(OrganisationKind.CommitteeAssociation, OrganisationKind.PropertyCompany).ShouldBeOfType<OnlyCommitteesMayJoin>();
        Membership.WhyNot(OrganisationKind.CompanyAssociation, OrganisationKind.OwnersCommittee).ShouldBeOfType<OnlyCompaniesMayJoin>();
        Membership.WhyNot(OrganisationKind.Alliance, OrganisationKind.ResidentsCommittee).ShouldBeOfType<OnlyCompaniesAndCommitteesMayJoin>();
        Membership.WhyNot(OrganisationKind.Alliance, OrganisationKind.PropertyCompany).ShouldBeNull();
        Membership.WhyNot(OrganisationKind.CommitteeAssociation, [OrganisationKind.OwnersCommittee]).ShouldBeNull();
        Membership.WhyNot(OrganisationKind.CommitteeAssociation, [OrganisationKind.PropertyCompany]).ShouldBeOfType<PersonHoldsNoPostThere>();
        Membership.WhyNot(OrganisationKind.Alliance, [OrganisationKind.GridBranch]).ShouldBeNull();
    }

    [Fact]
    public void VotesStandWithElectionsAndOnlyThere() => Prop.ForAll(
        (from way in Gen.Elements(Enum.GetValues<JoiningWay>())
         from votesFor in Gen.Choose(-2, 8)
         from votesCast in Gen.Choose(-2, 8)
         from hasFor in Gen.Elements(true, false)
         from hasCast in Gen.Elements(true, false)
         from decided in Gen.Choose(-5, 5)
         from joined in Gen.Choose(-5, 5)
         select (way, votesFor: hasFor ? (int?)votesFor : null, votesCast: hasCast ? (int?)votesCast : null, decided, joined)).ToArbitrary(),
        x =>
        {
            var votesFit = x.way == JoiningWay.PublicElection ? x.votesFor >= 1 && x.votesFor <= x.votesCast : x.votesFor is null && x.votesCast is null;
            return Admission.Of(x.way, Today.AddDays(x.decided), Today.AddDays(x.joined), x.votesFor, x.votesCast, Today).IsRefused
                == !(votesFit && x.decided <= 0 && x.joined >= x.decided);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AYearCountsEveryDutyOnceAndLosesNothing() => Prop.ForAll(
        (from done in Gen.Elements(AssociationDuties.Of(OrganisationKind.CommitteeAssociation).Duties.Select(d => d.Code).ToArray()).ArrayOf()
         from planned in Gen.Elements(AssociationDuties.Of(OrganisationKind.CommitteeAssociation).Duties.Select(d => d.Code).ToArray()).ArrayOf()
         select (done, planned)).ToArbitrary(),
        x =>
        {
            var set = AssociationDuties.Of(OrganisationKind.CommitteeAssociation);
            var year = YearOfWork.Of(
                set, [.. x.planned.Select((d, i) => new PlannedWork(d, Today.AddDays((i % 3) - 1), i % 2 == 0))], [.. x.done.Select((d, i) => new WorkDone(d, i + 1))], Today);
            return year.Select(d => d.Duty).SequenceEqual(set.Duties)
                && year.Sum(d => d.Activities) == x.done.Length && year.Sum(d => d.Participants) == x.done.Select((_, i) => i + 1L).Sum()
                && year.Sum(d => d.Planned) == x.planned.Length && year.All(d => d.PlannedDone + d.Late <= d.Planned)
                && year.All(d => d.IsWithoutWork == !x.done.Contains(d.Duty.Code));
        }).QuickCheckThrowOnFailure();
}
