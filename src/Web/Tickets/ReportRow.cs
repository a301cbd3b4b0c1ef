using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets;

/// <summary>A report as it travels to the database: the new ticket, its first line of the timeline and the record of the change.</summary>
internal sealed record ReportRow(Ticket Ticket, string Month, Guid Timeline, AuditEntry Entry)
{
    /// <summary>
    /// Writes all of $1 and gives id and number of what came about. The number takes the compound's initials. A building of
    /// another compound leaves no row, and neither does an id that is there already.
    /// </summary>
    public const string Insert = $"""
        with r as materialized (
          select r.*, c.initials || r.month || lpad(s.n::text, greatest(4, length(s.n::text)), '0') as number, trim(coalesce(b.name || ' ', '') || r.place_text) as place
            from json_to_recordset($1) as r(
              id uuid, month text, compound_id uuid, place_id uuid, unit_id uuid, place_text text, kind text, category text, urgency text, description text,
              contact_by text, state text, service_level text, local_limits text, reporter_id uuid, reported_as text, received_at timestamptz, contact_due_at timestamptz,
              resolve_due_at timestamptz, timeline uuid, entry_id uuid, process text, capacity_kind text, capacity_id uuid, details text, reason text)
            cross join lateral (select c.initials from registry.compounds c where c.place_id = r.compound_id offset 0) c
            left join lateral (select b.name from registry.places b where b.id = r.place_id and b.id <> r.compound_id
                 and b.path like (select p.path from registry.places p where p.id = r.compound_id) || '%' offset 0) b on true
            cross join lateral (select nextval('tickets.number_seq') as n where r.id is not null) s
           where (r.place_id is null or b.name is not null)
             and not exists (select from tickets.tickets t where t.id = r.id offset 0)),
        t as (
          insert into tickets.tickets (id, number, compound_id, place_id, unit_id, place_text, kind, category, urgency, description, contact_by, state,
                                       service_level, local_limits, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at)
          select id, number, compound_id, place_id, unit_id, place, kind, category, urgency, description, contact_by, state,
                 service_level, local_limits, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at from r),
        told as (
          insert into platform.outbox (kind, payload, created_at, due_at)
          select '{TellDispatchers.MessageKind}', to_jsonb(id::text), received_at, received_at from r),
        line as (
          insert into tickets.timeline (id, ticket_id, at, act, state, person_id, acted_as)
          select timeline, id, received_at, 'Report', state, reporter_id, reported_as from r),
        made as (
          select entry_id, received_at as at, process, reporter_id as person_id, capacity_kind, capacity_id, '{TicketProcesses.Subject}' as subject_kind,
                 id as subject_id, details, reason, id as request_id
            from r),
        {ChangeSql.RecordMade}
        select id, number from r
        """;

    private static readonly JsonSerializerOptions Columns = new(JsonSerializerDefaults.General) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReportRow Of(Ticket ticket, ProcessContext context)
    {
        var timeline = Guid.CreateVersion7(context.At);
        return new(
            ticket,
            ChinaTime.Local(ticket.ReceivedAt).ToString("'-'yyMM'-'", CultureInfo.InvariantCulture),
            timeline,
            Changes.Entry(context, TicketProcesses.Of(TicketAct.Report), TicketProcesses.Subject, ticket.Id, new { category = ticket.Category, timeline }));
    }

    public static byte[] Json(IReadOnlyList<ReportRow> rows) => JsonSerializer.SerializeToUtf8Bytes(rows.Select(row => row.Flat()), Columns);

    // The names are the statement's.
    private object Flat() => new
    {
        id = Ticket.Id, month = Month, compound_id = Ticket.CompoundId, place_id = Ticket.PlaceId, unit_id = Ticket.UnitId, place_text = Ticket.PlaceText,
        kind = Ticket.Kind.ToString(), category = Ticket.Category, urgency = Ticket.Urgency.ToString(), description = Ticket.Description,
        contact_by = Ticket.ContactBy.ToString(), state = Ticket.State.ToString(), service_level = Ticket.ServiceLevel, local_limits = Ticket.LocalLimits,
        reporter_id = Ticket.ReporterId, reported_as = Ticket.ReportedAs, received_at = Ticket.ReceivedAt,
        contact_due_at = Ticket.ContactDueAt, resolve_due_at = Ticket.ResolveDueAt, timeline = Timeline,
        entry_id = Entry.Id, process = Entry.Process, capacity_kind = Entry.CapacityKind, capacity_id = Entry.CapacityId, details = Entry.Details, reason = Entry.Reason,
    };
}
