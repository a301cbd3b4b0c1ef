using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tests.Tickets.Handling;

public sealed class DispatchTests
{
    private static readonly Guid Company = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Community = new("00000000-0000-0000-0000-000000000002");
    private static readonly Candidate Busy = Of(1, PostKinds.RepairWorker, Company, 9);
    private static readonly Candidate Free = Of(2, PostKinds.RepairWorker, Company, 1);
    private static readonly Candidate Lead = Of(3, PostKinds.ProjectLead, Company, 0);
    private static readonly Candidate Grid = Of(4, PostKinds.GridWorker, Community, 0);

    [Theory]
    [InlineData(TicketKind.Repair, 2)]
    [InlineData(TicketKind.Hazard, 2)]
    [InlineData(TicketKind.Complaint, 3)]
    [InlineData(TicketKind.Help, 3)]
    [InlineData(null, 2)]
    public void TheProposedOneIsOfTheLeadUnitOfTheRightPostAndHasTheLeastInHand(TicketKind? kind, int expected) =>
        Dispatch.Ranked([Busy, Free, Lead, Grid], kind, Company)[0].PersonId.ShouldBe(Of(expected, PostKinds.GridWorker, Company, 0).PersonId);

    [Fact]
    public void WithoutAUnitHelpGoesToWhoKnowsTheHouseholds() => Dispatch.Ranked([Busy, Free, Lead, Grid], TicketKind.Help, null)[0].ShouldBe(Grid);

    [Fact]
    public void NobodyIsLeftOut() => Dispatch.Ranked([Grid, Lead, Free, Busy], TicketKind.Repair, Community).ShouldBe([Grid, Free, Busy, Lead]);

    private static Candidate Of(int number, PostKind kind, Guid organisation, long open) =>
        new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), kind.Code, organisation, open);
}
