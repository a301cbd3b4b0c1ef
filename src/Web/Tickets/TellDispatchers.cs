using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Outbox;
using Npgsql;

namespace Linli.Web.Tickets;

/// <summary>
/// Tells the dispatchers nearest to the compound, seconds after a ticket was reported: the report waits for none of it, and
/// whoever sits further up the tree sees the ticket in the list without being called for each.
/// </summary>
internal sealed class TellDispatchers(TimeProvider clock) : IOutboxSender
{
    public const string MessageKind = "ticket-received";

    private static readonly string[] DispatcherKinds =
        [.. PostKinds.All.Where(kind => kind.Permissions.HasFlag(Permission.AcceptTickets)).Select(kind => kind.Code)];

    private const string Tell = """
        with recursive above (compound_id, id, parent_id, steps) as (
          select p.id, p.id, p.parent_id, 0 from registry.places p
           where p.id in (select compound_id from tickets.tickets where id = any($1))
          union all
          select a.compound_id, p.id, p.parent_id, a.steps + 1 from above a join registry.places p on p.id = a.parent_id),
        dispatchers as (
          select a.compound_id, po.person_id, a.steps = min(a.steps) over (partition by a.compound_id) as nearest
            from above a join registry.posts po on po.place_id = a.id
           where po.kind = any($2) and registry.holds(po.starts_on, po.last_day, $3))
        insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
        select gen_random_uuid(), d.person_id, 'TicketReceived', jsonb_build_object('Number', t.number, 'Place', t.place_text), '/tickets/' || t.number, t.received_at
          from tickets.tickets t
          join (select distinct compound_id, person_id from dispatchers where nearest) d on d.compound_id = t.compound_id
         where t.id = any($1)
           -- Whoever took the call knows of it.
           and (t.accepted_at is not null or d.person_id is distinct from t.accepted_by)
        """;

    public string Kind => MessageKind;

    public int AtOnce => 500;

    public async Task Send(IReadOnlyList<ClaimedMessage> messages, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Tell, connection);
        command.Parameters.AddWithValue(messages.Select(m => Guid.Parse(m.Payload.Trim('"'))).ToArray());
        command.Parameters.AddWithValue(DispatcherKinds);
        command.Parameters.AddWithValue(ChinaTime.DayOf(clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
