using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets;

/// <summary>A report as it travels to the database: the new ticket, its first line of the timeline, by what way it came, and the record of the change.</summary>
internal sealed record ReportRow(Ticket Ticket, string Month, Guid Timeline, AuditEntry Entry, TicketIntake? Intake, TakenFor? For)
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
              resolve_due_at timestamptz, timeline uuid, entry_id uuid, process text, capacity_kind text, capacity_id uuid, details text, reason text, actor_id uuid,
              first_asked uuid, taken_name text, told_person uuid, channel text, taken_by uuid, taken_as text, told boolean, caller_name text, caller_phone text, sheet_id uuid,
              hotline_number text, hotline_called_at timestamptz, hotline_contact_due_at timestamptz, hotline_resolve_due_at timestamptz, is_confidential boolean)
            cross join lateral (select c.initials from registry.compounds c where c.place_id = r.compound_id offset 0) c
            left join lateral (select b.name from registry.places b where b.id = r.place_id and b.id <> r.compound_id
                 and b.path like (select p.path from registry.places p where p.id = r.compound_id) || '%' offset 0) b on true
            cross join lateral (select nextval('tickets.number_seq') as n where r.id is not null) s
           where (r.place_id is null or b.name is not null)
             and not exists (select from tickets.tickets t where t.id = r.id offset 0)),
        t as (
          insert into tickets.tickets (id, number, compound_id, place_id, unit_id, place_text, kind, category, urgency, description, contact_by, state,
                                       service_level, local_limits, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at, accepted_by)
          select id, number, compound_id, place_id, unit_id, place, kind, category, urgency, description, contact_by, state,
                 service_level, local_limits, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at, first_asked from r),
        told as (
          insert into platform.outbox (kind, payload, created_at, due_at)
          select '{TellDispatchers.MessageKind}', to_jsonb(id::text), received_at, received_at from r),
        line as (
          insert into tickets.timeline (id, ticket_id, at, act, state, person_id, person_name, acted_as)
          select timeline, id, received_at, 'Report', state, actor_id, taken_name, coalesce(taken_as, reported_as) from r),
        came as (
          insert into tickets.intakes (ticket_id, channel, taken_by, taken_as, told, caller_name, caller_phone, sheet_id, hotline_number, hotline_called_at,
                                       hotline_contact_due_at, hotline_resolve_due_at, is_confidential)
          select id, channel, taken_by, taken_as, told, decode(caller_name, 'base64'), decode(caller_phone, 'base64'), sheet_id, hotline_number, hotline_called_at,
                 hotline_contact_due_at, hotline_resolve_due_at, is_confidential from r where channel is not null),
        heard as (
          insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
          select gen_random_uuid(), told_person, 'TicketTaken', jsonb_build_object('Number', number, 'Place', place), '/tickets/' || number, received_at
            from r where told_person is not null),
        made as (
          select entry_id, received_at as at, process, actor_id as person_id, capacity_kind, capacity_id, '{TicketProcesses.Subject}' as subject_kind,
                 id as subject_id, details, reason, id as request_id
            from r),
        {ChangeSql.RecordMade}
        select id, number from r
        """;

    // What is not there is null in the statement; most reports carry no way in.
    private static readonly JsonSerializerOptions Columns = new(JsonSerializerDefaults.General)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static ReportRow Of(Ticket ticket, ProcessContext context, TicketIntake? intake = null, TakenFor? takenFor = null)
    {
        var timeline = Guid.CreateVersion7(context.At);
        return new(
            ticket,
            ChinaTime.Local(ticket.ReceivedAt).ToString("'-'yyMM'-'", CultureInfo.InvariantCulture),
            timeline,
            Changes.Entry(context, TicketProcesses.Of(TicketAct.Report), TicketProcesses.Subject, ticket.Id, new { category = ticket.Category, timeline }),
            intake,
            takenFor);
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
        actor_id = For?.Clerk ?? Ticket.ReporterId, first_asked = Ticket.AcceptedBy, taken_name = For?.ClerkName, told_person = For?.ToldPerson,
        channel = Intake?.Channel.ToString(), taken_by = Intake?.TakenBy, taken_as = Intake?.TakenAs, told = Intake?.Told,
        caller_name = Intake?.CallerName, caller_phone = Intake?.CallerPhone, sheet_id = Intake?.SheetId,
        hotline_number = Intake?.HotlineNumber, hotline_called_at = Intake?.HotlineCalledAt,
        hotline_contact_due_at = Intake?.HotlineContactDueAt, hotline_resolve_due_at = Intake?.HotlineResolveDueAt, is_confidential = Intake?.IsConfidential,
    };
}
