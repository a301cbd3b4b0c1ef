using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.FollowUp;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.Queue;

/// <summary>
/// Finds tickets that may need the actor, each way from an index and in the order of its due moments, no more of each than are shown. It takes some too
/// many, never too few: whether a ticket needs somebody is decided by Domain's rule alone.
/// </summary>
internal static class NeedCandidates
{
    private static readonly string[] Acceptors = [.. PostKinds.All.Where(kind => kind.Permissions.HasFlag(Permission.AcceptTickets)).Select(kind => kind.Code)];

    /// <summary>The compounds where nobody nearer accepts: there the actor's unit is asked first.</summary>
    public const string AskedFirst = """
        select c.id from registry.places c
         where c.path like @accept and c.kind = 'Compound'
           and not exists (select from registry.places n
                             join registry.posts po on po.place_id = n.id
                            where n.path like @accept and length(n.path) > length(@own) and starts_with(c.path, n.path)
                              and po.kind = any(@acceptors) and registry.holds(po.starts_on, po.last_day, @today))
        """;

    /// <summary>The ways that are open to the actor: statements that give ids; none when nothing can need this actor.</summary>
    public static IReadOnlyList<string> Of(Actor actor, DateTimeOffset now, int most, NpgsqlParameterCollection parameters)
    {
        var ways = new List<string>();
        var unit = actor.Capacity?.OrganisationId;
        parameters.AddWithValue("person", actor.PersonId);
        parameters.Add(new NpgsqlParameter("unit", NpgsqlDbType.Uuid) { Value = (object?)unit ?? DBNull.Value });
        parameters.AddWithValue("place", actor.Capacity?.PlaceId ?? Guid.Empty);
        parameters.AddWithValue("now", now);
        parameters.AddWithValue("today", ChinaTime.DayOf(now));
        parameters.AddWithValue("most", most + 1);
        void Way(string from, string order) => ways.Add($"(select t.id from {from} order by {order} limit @most)");

        if (Scope.Of(actor, Permission.AcceptTickets).SqlPattern is { } accept)
        {
            parameters.AddWithValue("accept", accept);
            parameters.AddWithValue("own", actor.Capacity!.Path.Value);
            parameters.AddWithValue("acceptors", Acceptors);
            Way("tickets.tickets t where t.compound_id in (select id from asked_first) and t.state = 'Received' and t.state not in ('Closed', 'Withdrawn')", "t.urgency <> 'Emergency', t.contact_due_at");
            // Whoever leads hears of what is late and of what came back.
            const string Led = "tickets.tickets t join registry.places p on p.id = t.compound_id where t.lead_organisation_id = @unit and t.state not in ('Closed', 'Withdrawn', 'Replied') and p.path like @accept";
            Way($"{Led} and t.state in ('Accepted', 'Reopened')", "t.urgency <> 'Emergency', least(case when t.contacted_at is null and t.state = 'Accepted' then t.contact_due_at end, t.resolve_due_at)");
            Way($"{Led} and t.contacted_at is null and t.contact_due_at < @now", "t.urgency <> 'Emergency', t.contact_due_at");
            Way($"{Led} and t.resolve_due_at < @now", "t.urgency <> 'Emergency', t.resolve_due_at");
        }

        if (Scope.Of(actor, Permission.HandleTickets).SqlPattern is { } handle)
        {
            parameters.AddWithValue("handle", handle);
            const string Held = "tickets.tickets t join registry.places p on p.id = t.compound_id where t.assigned_to = @person and t.state not in ('Closed', 'Withdrawn') and t.state in ('Assigned', 'Handling', 'Reopened') and p.path like @handle";
            Way(Held, "t.urgency <> 'Emergency', least(case when t.contacted_at is null then t.contact_due_at end, t.resolve_due_at)");
            Way("tickets.tickets t join registry.places p on p.id = t.compound_id where t.lead_organisation_id = @unit and t.state = 'Accepted' and t.assigned_to is null and p.path like @handle", "t.urgency <> 'Emergency', least(case when t.contacted_at is null then t.contact_due_at end, t.resolve_due_at)");
        }

        if (ways.Count > 0)
        {
            Way("tickets.whistles w join tickets.tickets t on t.id = w.ticket_id where (w.blown_for = @unit or t.assigned_to = @person) and w.answered_at is null and w.raised_at is null and w.due_at < @now", "w.due_at");
            Way("tickets.whistles w join tickets.tickets t on t.id = w.ticket_id where (w.blown_for = @unit or t.assigned_to = @person) and w.answered_at is not null and w.assessed_at is null and t.state not in ('Closed', 'Withdrawn')", "w.answered_at");
        }

        Others(actor, Way, parameters);
        return ways;
    }

    // What is decided, answered or asked about tickets that others work on.
    private static void Others(Actor actor, Action<string, string> way, NpgsqlParameterCollection parameters)
    {
        const string In = "join registry.places p on p.id = t.compound_id";
        if (Scope.Of(actor, Permission.AssignTickets).SqlPattern is { } assign)
        {
            parameters.AddWithValue("assign", assign);
            way($"tickets.returns r join tickets.tickets t on t.id = r.ticket_id {In} where r.decided_at is null and r.asked_by <> @person and p.path like @assign", "r.decide_due_at");
        }

        if (Scope.Of(actor, Permission.ApproveExtensions).SqlPattern is { } approve)
        {
            parameters.AddWithValue("approve", approve);
            way($"tickets.extensions e join tickets.tickets t on t.id = e.ticket_id {In} where e.decided_at is null and e.asked_by <> @person and p.path like @approve", "t.resolve_due_at");
        }

        if (!Scope.Of(actor, Permission.AnswerWhistles).IsNothing)
        {
            way("tickets.whistles w join tickets.tickets t on t.id = w.ticket_id where w.place_id = @place and w.answered_at is null and w.raised_at is null", "w.due_at");
        }

        if (!Scope.Of(actor, Permission.ViewTickets).IsNothing)
        {
            way("tickets.joint_parties j join tickets.tickets t on t.id = j.ticket_id where j.organisation_id = @unit and j.reported_at is null", "j.due_on");
        }

        if (!FollowUpAccess.ScopeOf(actor).IsNothing)
        {
            way("tickets.follow_up_steps s join tickets.tickets t on t.id = s.ticket_id where s.answered_at is null and s.kind <> 'Reminder' and (s.answerable_id = @person or s.answerable_for = @unit) and t.state not in ('Closed', 'Withdrawn')", "s.at");
            way("tickets.follow_up_steps s join tickets.tickets t on t.id = s.ticket_id where s.kind in ('Listing', 'Interview') and s.ended_at is null and s.until_on <= @today and s.taken_by = @person and t.state not in ('Closed', 'Withdrawn')", "s.until_on");
        }

        if (Scope.Of(actor, Permission.MakeReturnVisits).SqlPattern is { } visit)
        {
            parameters.AddWithValue("visit", visit);
            way("tickets.return_visits v join tickets.tickets t on t.id = v.ticket_id where v.state = 'Open' and v.compound_id in (select id from registry.places where path like @visit and kind = 'Compound')", "v.due_on");
        }
    }
}
