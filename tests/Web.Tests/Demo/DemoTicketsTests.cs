using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>The tickets of the demo world could have been made by the desk: every one is replayed by Domain's table.</summary>
public class DemoTicketsTests(LinliHostFixture host) : IAsyncLifetime
{
    private TestApp app = null!;
    private List<Ticket> tickets = [];
    private ILookup<Guid, TimelineEntry> timeline = null!;
    private ILookup<Guid, int> extensions = null!;

    public async ValueTask InitializeAsync()
    {
        app = await host.New(demo: true);
        tickets = await app.WithDb(db => db.Set<Ticket>().AsNoTracking().ToListAsync());
        timeline = (await app.WithDb(db => db.Set<TimelineEntry>().AsNoTracking().OrderBy(e => e.At).ToListAsync())).ToLookup(e => e.TicketId);
        extensions = (await app.WithDb(db => db.Set<TicketExtension>().Where(e => e.Granted == true).OrderBy(e => e.AskedAt).ToListAsync())).ToLookup(e => e.TicketId, e => e.Days);
    }

    private static List<Pause> PausesOf(IEnumerable<TimelineEntry> steps)
    {
        var pauses = new List<Pause>();
        foreach (var step in steps)
        {
            if (step.Act == TicketAct.Pause)
            {
                pauses.Add(new Pause(step.At, null));
            }
            else if (step.Act == TicketAct.Resume)
            {
                pauses[^1] = new Pause(pauses[^1].From, step.At);
            }
        }

        return pauses;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public void Every_ticket_went_the_ways_of_the_table_and_was_due_by_its_service_level()
    {
        tickets.Count.ShouldBeGreaterThan(180);
        foreach (var ticket in tickets)
        {
            TicketState? state = null;
            foreach (var step in timeline[ticket.Id])
            {
                state = TicketFlow.Decide(state, step.Act, TicketFlow.RolesOf(step.Act)).Value;
                step.State.ShouldBe(state.Value);
                step.At.ShouldBeInRange(ticket.ReceivedAt, app.Clock.Now);
                step.ActedAs.ShouldNotContain("Post.");
            }

            ticket.State.ShouldBe(state!.Value);
            ticket.TimesReopened.ShouldBe(timeline[ticket.Id].Count(step => step.Act is TicketAct.ReportUnsolved or TicketAct.ReopenOnVisit));
            ticket.ClosedAt.HasValue.ShouldBe(TicketFlow.IsFinal(ticket.State));
            var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(ticket.ReceivedAt));
            var clock = profile.Clock(WorkCalendar.WeekdaysOnly);
            ticket.ContactDueAt.ShouldBe(clock.Due(ticket.ReceivedAt, profile.For(ticket.Urgency).Contact));
            var due = clock.Due(ticket.ReceivedAt, profile.For(ticket.Urgency).Resolve, PausesOf(timeline[ticket.Id]));
            // More time counts from the due moment, in calendar days; nothing of the demo asked for it too late.
            ticket.ResolveDueAt.ShouldBe(extensions[ticket.Id].Aggregate(due, (soFar, days) => clock.Due(soFar!.Value.AddTicks(-1), new Limit(days, TimeUnit.Days))));
            ticket.TimesExtended.ShouldBe(extensions[ticket.Id].Count());
            TicketNumber.TryParse(ticket.Number, out _).ShouldBeTrue();
        }
    }

    [Fact]
    public void There_is_one_in_every_state_and_of_every_fate()
    {
        tickets.Select(ticket => ticket.State).Distinct().Count().ShouldBe(Enum.GetValues<TicketState>().Length);
        tickets.ShouldContain(ticket => !TicketFlow.IsFinal(ticket.State) && ticket.State != TicketState.Replied && ticket.ResolveDueAt < app.Clock.Now);
        tickets.ShouldContain(ticket => ticket.TimesReopened > 0 && ticket.State == TicketState.Closed);
        tickets.ShouldContain(ticket => ticket.State == TicketState.Closed && ticket.Satisfaction == null);
        tickets.Select(ticket => ticket.Satisfaction).ShouldContain(Satisfaction.Dissatisfied);
    }

    [Fact]
    public async Task The_lift_of_building_24_is_history_and_free_to_be_reported()
    {
        var building = await app.Scalar<Guid>("select b.id from registry.places b join registry.places c on c.id = b.parent_id where b.name = '24栋' and c.name = '康桥生活公园'");
        var lift = tickets.Where(ticket => ticket.PlaceId == building && ticket.Category == "lift").ToList();
        lift.ShouldNotBeEmpty();
        lift.ShouldAllBe(ticket => ticket.State == TicketState.Closed);
    }

    [Fact]
    public async Task The_next_number_is_free() =>
        (await app.Scalar<long>("select nextval('tickets.number_seq')")).ShouldBeGreaterThan(
            tickets.Max(ticket => long.Parse(ticket.Number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)));
}
