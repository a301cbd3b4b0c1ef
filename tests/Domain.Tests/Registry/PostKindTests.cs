using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

/// <summary>Powers over the platform, numbers, confidence and rates are not given to an accomplice.</summary>
public sealed class PostKindTests
{
    private static readonly PostKind[] Guarded = [.. PostKinds.All.Where(kind => kind.GuardedPowers != Permission.None)];

    public static TheoryData<string> Kinds => [.. Guarded.Select(kind => kind.Code)];

    [Theory, MemberData(nameof(Kinds))]
    public void AColleagueGivesNoGuardedPost(string code)
    {
        var kind = PostKinds.Find(code)!;
        kind.MayBeGivenBy(null).ShouldBeFalse();
        var givers = PostKinds.All.Where(kind.MayBeGivenBy).ToArray();
        givers.ShouldNotBeEmpty(code);
        givers.ShouldAllBe(giver => giver.Gives(Permission.ManageRegistry));
        // The head of a body fills its posts, and the platform its own; everybody else stands above.
        givers.ShouldAllBe(giver => giver.Level > kind.Level || (giver.Level == kind.Level && (giver.IsHead || giver.Level == PostLevel.Platform)));
    }

    [Theory]
    [InlineData("property-dispatcher", "community-worker", true)]
    [InlineData("community-worker", "community-worker", false)]
    [InlineData("community-worker", "community-secretary", true)]
    [InlineData("mediator", "community-worker", false)]
    [InlineData("subdistrict-housing-clerk", "subdistrict-housing-clerk", false)]
    [InlineData("subdistrict-housing-clerk", "community-worker", false)]
    [InlineData("subdistrict-officer", "subdistrict-housing-clerk", false)]
    [InlineData("subdistrict-officer", "housing-officer", true)]
    [InlineData("housing-officer", "housing-officer", false)]
    [InlineData("platform-administrator", "platform-administrator", true)]
    [InlineData("repair-worker", "community-worker", true)]
    [InlineData("committee-chair", "community-worker", true)]
    public void WhoFillsWhat(string post, string giver, bool may) => PostKinds.Find(post)!.MayBeGivenBy(PostKinds.Find(giver)).ShouldBe(may);

    [Fact]
    public void WhoeverGivesNoPostsFillsNone() =>
        PostKinds.All.Where(kind => kind.Fills is not null).ShouldAllBe(kind => kind.Gives(Permission.ManageRegistry) && kind.Fills <= kind.Level);
}
