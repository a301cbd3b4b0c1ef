using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.FollowUp;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>The platform climbs the ladder by itself: each step once, in order, also after it stood still, also on two nodes at once.</summary>
public class ClimbLadderTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string All = "contact-reminder,contact-yellow,contact-red,reminder,yellow,red,listing-proposal";

    [Fact]
    public async Task After_days_of_standing_still_every_step_follows_once_and_in_order()
    {
        var world = await FollowUpWorld.Make(App);
        var (id, _) = await world.Ticket();
        App.Clock.Advance(TimeSpan.FromDays(6));
        await world.Climb();
        await world.Climb();
        (await world.Steps(id)).ShouldBe(All);
        (await App.Scalar<string>("select string_agg(act, ',' order by at, id) from tickets.timeline where ticket_id = $1", id))
            .ShouldBe("Remind,GiveYellowCard,GiveRedCard,Remind,GiveYellowCard,GiveRedCard,ProposeListing");
        (await App.Count("platform.audit_entries", "subject_id = $1", id)).ShouldBe(7);
        // Each is told once, of the strongest: the leader of the card, the community of the red one, the subdistrict of the proposal.
        (await world.Told(world.Lead, "StepYellowCard")).ShouldBe(1);
        (await world.Told(world.Secretary, "StepRedCard")).ShouldBe(1);
        (await world.Told(world.Officer, "StepListingProposal")).ShouldBe(1);
        (await world.Told(world.Worker, "StepOverdue")).ShouldBe(1);
        (await world.Told(world.Owner, "TicketSupervised")).ShouldBe(1);
        (await App.Count("platform.notifications", "person_id = any($1)", new[] { world.Lead, world.Secretary, world.Officer, world.Worker, world.Owner })).ShouldBe(5);
        await App.Background.Run<SealAuditEntries>();
        (await App.With<VerifyAudit, AuditVerdict>(verify => verify.Run(null, CancellationToken.None))).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_contact_a_pause_and_a_result_stop_what_they_stop()
    {
        var world = await FollowUpWorld.Make(App);
        var (id, _) = await world.Ticket();
        await App.Execute("update tickets.tickets set contacted_at = received_at, state = 'Paused', resolve_due_at = null where id = $1", id);
        App.Clock.Advance(TimeSpan.FromDays(9));
        await world.Climb();
        (await world.Steps(id)).ShouldBe(string.Empty);
        await App.Execute("update tickets.tickets set state = 'Handling', resolve_due_at = $2 where id = $1", id, App.Clock.Now.AddHours(-1));
        await world.Climb();
        (await world.Steps(id)).ShouldBe("reminder,yellow");
        // More time was granted: nothing before it is over.
        await App.Execute("update tickets.tickets set resolve_due_at = $2 where id = $1", id, App.Clock.Now.AddDays(7));
        App.Clock.Advance(TimeSpan.FromDays(6));
        await world.Climb();
        (await world.Steps(id)).ShouldBe("reminder,yellow");
        await App.Execute("update tickets.tickets set state = 'Replied', replied_at = $2 where id = $1", id, App.Clock.Now);
        App.Clock.Advance(TimeSpan.FromDays(30));
        await world.Climb();
        (await world.Steps(id)).ShouldBe("reminder,yellow");
        // It comes back: a new round begins, and counts from then.
        await App.Execute("update tickets.tickets set state = 'Reopened', replied_at = null, times_reopened = 1 where id = $1", id);
        await App.Execute("insert into tickets.timeline (id, ticket_id, at, act, state, acted_as) values (gen_random_uuid(), $1, $2, 'ReportUnsolved', 'Reopened', 'x')", id, App.Clock.Now);
        App.Clock.Advance(TimeSpan.FromHours(2));
        await world.Climb();
        (await world.Steps(id, round: 1)).ShouldBe("reminder,yellow");
        App.Clock.Advance(TimeSpan.FromHours(23));
        await world.Climb();
        (await world.Steps(id, round: 1)).ShouldBe("reminder,yellow,red");
    }

    [Fact]
    public async Task Two_nodes_at_once_take_each_step_once()
    {
        var world = await FollowUpWorld.Make(App);
        var tickets = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            tickets.Add((await world.Ticket()).Id);
        }

        App.Clock.Advance(TimeSpan.FromDays(6));
        await using var other = await App.SecondNode();
        await Task.WhenAll(world.Climb(), other.Background.Run<ClimbLadder>(), world.Climb());
        await world.Climb();
        foreach (var id in tickets)
        {
            (await world.Steps(id)).ShouldBe(All);
        }

        (await App.Count("tickets.timeline", "ticket_id = any($1)", tickets.ToArray())).ShouldBe(30 * 7);
        (await world.Told(world.Officer, "StepListingProposal")).ShouldBe(30);
    }

    [Fact]
    public async Task The_lease_of_the_job_lets_one_node_run_it()
    {
        App.Clock.Advance(ClimbLadder.Every);
        await using var other = await App.SecondNode();
        (await App.Background.RunIfDue<ClimbLadder>()).ShouldBeTrue();
        (await other.Background.RunIfDue<ClimbLadder>()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_closed_meanwhile_gets_no_card()
    {
        var world = await FollowUpWorld.Make(App);
        var (id, _) = await world.Ticket();
        var (changed, _) = await world.Ticket();
        App.Clock.Advance(TimeSpan.FromDays(6));
        await using var connection = await App.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        var rows = new List<StepRow>();
        await foreach (var ticket in DueTickets.Read(connection, App.Clock.Now, CancellationToken.None))
        {
            if (ticket.Id == id || ticket.Id == changed)
            {
                rows.AddRange(StepRow.Of(ticket, FollowUpRule.Due(ticket.Followed.Ladder, ticket.Followed, App.Clock.Now), [], App.Clock.Now));
            }
        }

        rows.Count.ShouldBe(14);
        await App.Execute("update tickets.tickets set state = 'Closed', closed_at = $2 where id = $1", id, App.Clock.Now);
        await App.Execute("update tickets.tickets set resolve_due_at = $2 where id = $1", changed, App.Clock.Now.AddDays(1));
        await StepRow.Write(rows, connection, CancellationToken.None);
        (await App.Count("tickets.follow_up_steps", "ticket_id = any($1)", new[] { id, changed })).ShouldBe(0);
    }
}
