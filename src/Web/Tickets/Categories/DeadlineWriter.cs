using Linli.Web.Platform.Changes;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.Categories;

/// <summary>Writes moved deadlines with their notes and the record of the change, a batch in one transaction.</summary>
internal sealed class DeadlineWriter(NpgsqlDataSource database)
{
    private const string Process = "RecomputeDeadlines";

    // A ticket that somebody answered meanwhile keeps what it has.
    private const string Move = $"""
        with c as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7) as c (id, ticket_id, contact_from, contact_to, resolve_from, resolve_to, is_kept)),
        moved as (
          update tickets.tickets t set contact_due_at = c.contact_to, resolve_due_at = c.resolve_to from c
           where t.id = c.ticket_id and t.state not in ('Closed', 'Withdrawn', 'Replied') and t.contact_due_at = c.contact_from and t.resolve_due_at is not distinct from c.resolve_from
          returning t.id),
        noted as (
          insert into tickets.deadline_changes (id, ticket_id, calendar, contact_from, contact_to, resolve_from, resolve_to, is_kept, at)
          select c.id, c.ticket_id, $8, c.contact_from, c.contact_to, c.resolve_from, c.resolve_to, c.is_kept, $9 from c where c.ticket_id in (select id from moved)),
        made as (
          select $10::uuid as entry_id, $9 as at, '{Process}' as process, $12::uuid as person_id, null::text as capacity_kind, null::uuid as capacity_id, 'CalendarYear' as subject_kind,
                 (select id from platform.calendar_years order by entered_at desc, id desc limit 1) as subject_id,
                 jsonb_build_object('calendar', $8::bigint, 'tickets', (select count(*) from moved))::text as details, null::text as reason, $11::uuid as request_id),
        {ChangeSql.RecordMade}
        select 1
        """;

    public async Task Write(IReadOnlyList<DeadlineChange> changes, long calendar, ProcessContext context, CancellationToken cancel)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var now = context.At;
        await using var command = database.CreateCommand(Move);
        Add(command, NpgsqlDbType.Uuid, changes.Select(_ => Guid.CreateVersion7(now)));
        Add(command, NpgsqlDbType.Uuid, changes.Select(c => c.Ticket));
        Add(command, NpgsqlDbType.TimestampTz, changes.Select(c => c.ContactFrom));
        Add(command, NpgsqlDbType.TimestampTz, changes.Select(c => c.ContactTo));
        Add(command, NpgsqlDbType.TimestampTz, changes.Select(c => c.ResolveFrom));
        Add(command, NpgsqlDbType.TimestampTz, changes.Select(c => c.ResolveTo));
        Add(command, NpgsqlDbType.Boolean, changes.Select(c => c.IsKept));
        command.Parameters.AddWithValue(calendar);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(Guid.CreateVersion7(now));
        command.Parameters.AddWithValue(context.RequestId);
        command.Parameters.AddWithValue(context.Actor.PersonId);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task Finish(long calendar, ProcessContext context, long looked, long moved, long kept, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("insert into tickets.deadline_runs (calendar, at, looked, moved, kept) values ($1, $2, $3, $4, $5) on conflict do nothing");
        foreach (object value in new object[] { calendar, context.At, looked, moved, kept })
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> values) =>
        command.Parameters.Add(new() { NpgsqlDbType = type | NpgsqlDbType.Array, Value = values.ToArray() });
}
