using System.Text.Json;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tests.Tickets.FollowUp;

public sealed class FollowUpLadderTests
{
    [Fact]
    public void EveryStepSaysWhereItComesFrom() => FollowUpLadder.BuiltIn.SelectMany(ladder => ladder.Steps)
        .ShouldAllBe(step => step.Source.Text.Length > 0 && step.Answerable.Count > 0);

    /// <summary>Whoever is answerable for a card can reach the page where it is answered.</summary>
    [Fact]
    public void WhoHasToAnswerMay() => FollowUpLadder.BuiltIn.SelectMany(ladder => ladder.Steps).Where(step => step.NeedsAnswer)
        .SelectMany(step => step.Answerable).Select(code => PostKinds.Find(code)!)
        .ShouldAllBe(kind => kind.Gives(Permission.Supervise) || kind.Gives(Permission.ApproveExtensions));

    [Fact]
    public void WhoListsSupervises() => FollowUpLadder.BuiltIn.SelectMany(ladder => ladder.Listing.By.Concat(ladder.Interview.By))
        .ShouldAllBe(code => PostKinds.Find(code)!.Gives(Permission.Supervise));

    [Fact]
    public void AResidentLearnsOfSupervisionAndOfNothingElse() => Enum.GetValues<TicketAct>().Where(FollowUpActs.Has)
        .Where(act => ResidentSights.Of(act) != ResidentSight.Nothing).ShouldBe([TicketAct.GiveRedCard, TicketAct.ListPublicly], ignoreOrder: true);

    [Theory]
    [InlineData("""[{"version":1,"effectiveFrom":"2020-01-01","steps":[],"listing":{"longestDays":0,"by":["community-secretary"],"source":"x","verification":"design"},"interview":{"longestDays":1,"by":["community-secretary"],"source":"x","verification":"design"}}]""")]
    [InlineData("""[{"version":1,"effectiveFrom":"2020-01-01","steps":[],"listing":{"longestDays":1,"by":["nobody"],"source":"x","verification":"design"},"interview":{"longestDays":1,"by":["community-secretary"],"source":"x","verification":"design"}}]""")]
    [InlineData("""[{"version":1,"effectiveFrom":"2020-01-01","steps":[{"code":"a","kind":"yellowCard","clock":"result","answerable":["community-secretary"],"source":"x","verification":"design"}],"listing":{"longestDays":1,"by":["community-secretary"],"source":"x","verification":"design"},"interview":{"longestDays":1,"by":["community-secretary"],"source":"x","verification":"design"}}]""")]
    public void WhatLeavesSomethingOutIsNotRead(string json) => Should.Throw<JsonException>(() => FollowUpLadder.Read(json));

    [Fact]
    public void TheLeaderOfTheUnitIsAnswerableFirstThenWhomTheStepPrefers()
    {
        var (company, community, street) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));
        var (lead, clerk, officer, worker) = (new Guid(11, 0, 0, new byte[8]), new Guid(12, 0, 0, new byte[8]), new Guid(13, 0, 0, new byte[8]), new Guid(14, 0, 0, new byte[8]));
        CoveringPost[] posts =
        [
            new(officer, street, PostKinds.SubdistrictOfficer.Code, 10), new(clerk, community, PostKinds.CommunityWorker.Code, 20), new(lead, company, PostKinds.ProjectLead.Code, 30),
        ];
        LadderStep Step(string code) => FollowUpLadder.BuiltIn[0].Find(code)!;
        Answerable.Of(Step("reminder"), worker, company, posts).ShouldBe(new Answerable(worker, null));
        Answerable.Of(Step("yellow"), worker, company, posts).ShouldBe(new Answerable(lead, company));
        Answerable.Of(Step("red"), worker, company, posts).ShouldBe(new Answerable(clerk, community));
        // A community that leads the ticket itself is supervised from above.
        Answerable.Of(Step("yellow"), worker, community, posts).ShouldBe(new Answerable(clerk, community));
        Answerable.Of(Step("red"), worker, community, posts).ShouldBe(new Answerable(officer, street));
        Answerable.Of(Step("red"), worker, company, []).ShouldBeNull();
    }
}
