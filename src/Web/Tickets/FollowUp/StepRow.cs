using System.Text.Encodings.Web;
using System.Text.Json;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Text;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>A step as it travels to the database: itself, its line of the timeline, the record of the change, and who is told.</summary>
internal sealed record StepRow(DueTicket Ticket, DueStep Due, Answerable? Answerable, DateTimeOffset At, IReadOnlyList<(Guid Person, string Kind)> Told)
{
    /// <summary>
    /// Takes the steps of $1 and tells those of $2, of tickets that still stand as they were read; one that is being changed is passed by.
    /// A step that is there already leaves nothing, so that two nodes at once take it once.
    /// </summary>
    private static readonly string Insert = $"""
        with due as materialized (
          select * from json_to_recordset($1) as d(id uuid, ticket uuid, version bigint, round int, step text, kind text, act text, due_at timestamptz, at timestamptz, rules int,
                                                   answerable uuid, unit uuid, timeline uuid, entry uuid, process text, details text)),
        held as materialized (
          select t.id, t.number, t.place_text, t.state from tickets.tickets t
            join (select distinct ticket, version from due) d on d.ticket = t.id
           where t.xmin::text::bigint = d.version and t.state not in ('Closed', 'Withdrawn', 'Replied') for share of t skip locked),
        taken as (
          insert into tickets.follow_up_steps (id, ticket_id, round, step, kind, due_at, at, rules, answerable_id, answerable_for)
          select d.id, d.ticket, d.round, d.step, d.kind, d.due_at, d.at, d.rules, d.answerable, d.unit from due d join held h on h.id = d.ticket
              on conflict do nothing returning id),
        line as (
          insert into tickets.timeline (id, ticket_id, at, act, state, acted_as)
          select d.timeline, d.ticket, d.at, d.act, h.state, '{CapacityNames.SystemForRecord}' from taken k join due d on d.id = k.id join held h on h.id = d.ticket),
        audited as (
          insert into platform.audit_entries (id, at, process, person_id, subject_kind, subject_id, details, request_id)
          select d.entry, d.at, d.process, '00000000-0000-0000-0000-000000000000'::uuid, '{TicketProcesses.Subject}', d.ticket, d.details, d.id from taken k join due d on d.id = k.id),
        told as (
          insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
          select gen_random_uuid(), n.person, n.kind, jsonb_build_object('Number', h.number, 'Place', h.place_text), '/tickets/' || h.number, d.at
            from json_to_recordset($2) as n(step uuid, person uuid, kind text)
            join taken k on k.id = n.step join due d on d.id = k.id join held h on h.id = d.ticket)
        select count(*) from taken
        """;

    private static readonly JsonSerializerOptions Columns = new(JsonSerializerDefaults.General) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Guid id = Guid.CreateVersion7(At);

    /// <summary>The steps of a ticket in order. Each person is told once, of the strongest: who was slept past is not rung for each.</summary>
    public static IEnumerable<StepRow> Of(DueTicket ticket, IReadOnlyList<DueStep> due, IReadOnlyList<CoveringPost> posts, DateTimeOffset now)
    {
        var steps = due.Select(one => (Due: one, Answerable: Domain.Tickets.FollowUp.Answerable.Of(one.Step, ticket.Handler, ticket.LeadUnit, posts))).ToList();
        var told = new HashSet<Guid>();
        // From the strongest down, then back into order; steps taken together keep it by their moments.
        return steps.Select((step, i) => (step, i)).OrderByDescending(one => one.step.Due.Step.Kind).ThenByDescending(one => one.i)
            .Select(one => (one.i, Row: new StepRow(
                ticket, one.step.Due, one.step.Answerable, now.AddTicks(10L * one.i), [.. TellOf(ticket, one.step.Due.Step.Kind, one.step.Answerable).Where(tell => told.Add(tell.Person))])))
            .ToList().OrderBy(one => one.i).Select(one => one.Row);
    }

    public static async Task Write(IReadOnlyList<StepRow> rows, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue(NpgsqlDbType.Json, JsonSerializer.SerializeToUtf8Bytes(rows.Select(row => row.Flat()), Columns));
        command.Parameters.AddWithValue(NpgsqlDbType.Json, JsonSerializer.SerializeToUtf8Bytes(
            rows.SelectMany(row => row.Told.Select(told => new { step = row.id, person = told.Person, kind = told.Kind })), Columns));
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static IEnumerable<(Guid Person, string Kind)> TellOf(DueTicket ticket, FollowUpKind kind, Answerable? answerable)
    {
        if (answerable is { } one)
        {
            yield return (one.PersonId, $"Step{kind}");
        }

        if (kind is FollowUpKind.YellowCard or FollowUpKind.RedCard && ticket.Handler is { } worker && worker != answerable?.PersonId)
        {
            yield return (worker, "StepOverdue");
        }

        if (kind == FollowUpKind.RedCard)
        {
            yield return (ticket.ReporterId, "TicketSupervised");
        }
    }

    // The names are the statement's.
    private object Flat()
    {
        var (act, timeline) = (FollowUpActs.Of(Due.Step.Kind), Guid.CreateVersion7(At));
        return new
        {
            id, ticket = Ticket.Id, version = Ticket.Version, round = Ticket.Followed.Round, step = Due.Step.Code, kind = Due.Step.Kind.ToString(), act = act.ToString(),
            due_at = Due.DueAt, at = At, rules = Ticket.Followed.Ladder.Version, answerable = Answerable?.PersonId, unit = Answerable?.OrganisationId,
            timeline, entry = Guid.CreateVersion7(At), process = TicketProcesses.Of(act),
            details = JsonSerializer.Serialize(new { step = Due.Step.Code, round = Ticket.Followed.Round, timeline }),
        };
    }
}
