using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

public sealed class PostTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);
    private static readonly Post Chair = Post.Of(PostKinds.CommitteeChair, OrganisationKind.OwnersCommittee, First, Last).Value;

    [Fact]
    public void TermIncludesItsFirstAndItsLastDay()
    {
        Chair.IsHeldOn(First.AddDays(-1)).ShouldBeFalse();
        Chair.IsHeldOn(First).ShouldBeTrue();
        Chair.IsHeldOn(Last).ShouldBeTrue();
        Chair.IsHeldOn(Last.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void TermIsOnePieceOfTheCalendar() => Prop.ForAll(Gen.Choose(-1000, 3000).ToArbitrary(), offset =>
        Chair.IsHeldOn(First.AddDays(offset)) == (offset >= 0 && First.AddDays(offset) <= Last)).QuickCheckThrowOnFailure();

    [Fact]
    public void PostWithoutAnEndIsHeldOn() =>
        Post.Of(PostKinds.RepairWorker, OrganisationKind.PropertyCompany, First, null).Value.IsHeldOn(DateOnly.MaxValue).ShouldBeTrue();

    [Fact]
    public void ImpossiblePostIsRefusedForAllReasonsAtOnce() =>
        Post.Of(PostKinds.RepairWorker, OrganisationKind.SubdistrictOffice, Last, First).Refusals.ShouldBe(
            [new PostDoesNotBelongToOrganisation("repair-worker", OrganisationKind.SubdistrictOffice), new TermEndsBeforeItBegins()]);

    [Fact]
    public void CatalogueHasDifferentCodesAndEveryKindAnOrganisation()
    {
        PostKinds.All.ShouldNotBeEmpty();
        PostKinds.All.Select(kind => kind.Code).ShouldBeUnique();
        PostKinds.All.ShouldAllBe(kind => kind.Organisations.Count > 0 && kind.Permissions != Permission.None && PostKinds.Find(kind.Code) == kind);
        PostKinds.Find("king").ShouldBeNull();
    }

    [Fact]
    public void EveryPermissionIsGivenByAPostOrBelongsToHouseholdsAndIsOneBit()
    {
        var all = Enum.GetValues<Permission>().Where(permission => permission != Permission.None).ToArray();
        all.ShouldAllBe(permission => ((long)permission & ((long)permission - 1)) == 0);
        all.ShouldAllBe(permission => PostKinds.All.Any(kind => kind.Gives(permission)) || PostKinds.OfOwners.HasFlag(permission));
        PostKinds.All.ShouldAllBe(kind => !kind.Gives(Permission.CastBallots), "an owner votes as an owner");
    }

    [Fact]
    public void WorkerSeesNoQueueAndAdministratorNoTickets()
    {
        PostKinds.RepairWorker.Gives(Permission.ViewTickets).ShouldBeFalse();
        PostKinds.PlatformAdministrator.Gives(Permission.ViewTickets).ShouldBeFalse();
        PostKinds.All.Where(kind => kind.Gives(Permission.UnmaskPersonalData)).ShouldAllBe(kind => kind.Gives(Permission.ViewPeople));
    }

    [Fact]
    public void CommitteeSeesItsCompoundWithoutWholeNumbers()
    {
        PostKinds.CommitteeChair.Gives(Permission.ViewTickets | Permission.ViewOverview).ShouldBeTrue();
        PostKinds.CommitteeChair.Gives(Permission.UnmaskPersonalData).ShouldBeFalse();
    }

    [Fact]
    public void PartyHasFiveLevels()
    {
        OrganisationKinds.OfTheParty.Select(kind => kind.PartyLevel()).OfType<int>().ShouldBe([1, 2, 3, 4, 5]);
        Enum.GetValues<OrganisationKind>().Except(OrganisationKinds.OfTheParty).ShouldAllBe(kind => kind.PartyLevel() == null);
    }
}
