using System.Runtime.CompilerServices;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.FollowUp;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>A ticket on which a step may be due.</summary>
internal sealed record DueTicket
{
    public required Guid Id { get; init; }

    /// <summary>The version that was read; a step is taken only while it stands.</summary>
    public required long Version { get; init; }

    public required Guid CompoundId { get; init; }

    public required Guid ReporterId { get; init; }

    public required Guid? Handler { get; init; }

    public required Guid? LeadUnit { get; init; }

    public required FollowedTicket Followed { get; init; }
}

/// <summary>
/// Finds open tickets whose time is nearly over, from the partial index of open ones. It takes some too many, never too few:
/// which steps are due is decided by Domain's rule alone.
/// </summary>
internal static class DueTickets
{
    private const string Find = """
        select t.id, t.xmin::text::bigint, t.compound_id, t.reporter_id, t.assigned_to, t.lead_organisation_id,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.contacted_at is not null, t.times_reopened,
               case when t.times_reopened > 0 then (select max(l.at) from tickets.timeline l where l.ticket_id = t.id and l.act in ('ReportUnsolved', 'ReopenOnVisit')) end,
               l.until_on, array(select s.step from tickets.follow_up_steps s where s.ticket_id = t.id and s.round = t.times_reopened)
          from tickets.tickets t
          left join tickets.follow_up_steps l on l.ticket_id = t.id and l.kind = 'Listing' and l.ended_at is null
         where t.state not in ('Closed', 'Withdrawn') and t.state <> 'Replied'
           and ((t.contacted_at is null and t.contact_due_at - (t.contact_due_at - t.received_at) * @share <= @soon)
             or t.resolve_due_at - (t.resolve_due_at - t.received_at) * @share <= @soon
             or t.times_reopened >= @repeats or l.until_on < @today)
        """;

    // A listing is over with its ticket.
    private const string End = """
        update tickets.follow_up_steps s set ended_at = t.closed_at
          from tickets.tickets t where t.id = s.ticket_id and s.kind = 'Listing' and s.ended_at is null and t.state in ('Closed', 'Withdrawn') and t.closed_at is not null
        """;

    public static async Task EndListings(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(End, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public static async IAsyncEnumerable<DueTicket> Read(NpgsqlConnection connection, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        var steps = FollowUpLadder.BuiltIn.SelectMany(ladder => ladder.Steps).ToList();
        await using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.AddWithValue("share", steps.Max(step => step.PercentBefore) / 100d);
        command.Parameters.AddWithValue("repeats", steps.Min(step => step.OrRepeats) ?? int.MaxValue);
        // A second more than now makes up for what is rounded in the database.
        command.Parameters.AddWithValue("soon", now.AddSeconds(1));
        command.Parameters.AddWithValue("today", ChinaTime.DayOf(now));
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            yield return Of(row);
        }
    }

    private static DueTicket Of(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0), Version = row.GetInt64(1), CompoundId = row.GetGuid(2), ReporterId = row.GetGuid(3),
        Handler = row.IsDBNull(4) ? null : row.GetGuid(4), LeadUnit = row.IsDBNull(5) ? null : row.GetGuid(5),
        Followed = new FollowedTicket
        {
            ReceivedAt = row.GetFieldValue<DateTimeOffset>(6), ContactDueAt = row.GetFieldValue<DateTimeOffset>(7),
            ResolveDueAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), IsContacted = row.GetBoolean(9), IsAnswered = false, Round = row.GetInt32(10),
            ReopenedAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
            ListedUntil = row.IsDBNull(12) ? null : ChinaTime.EndOf(row.GetFieldValue<DateOnly>(12)), Taken = row.GetFieldValue<string[]>(13),
        },
    };
}
