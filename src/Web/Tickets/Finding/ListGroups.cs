using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>A ticket of a group.</summary>
public sealed record GroupedTicket
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Category { get; init; }

    public required string PlaceText { get; init; }

    public required string Description { get; init; }

    public required string ReportedAs { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required TicketState State { get; init; }

    /// <summary>Null for the leading ticket.</summary>
    public required MemberState? Standing { get; init; }

    /// <summary>Of a thousand, how much of its text is that of the leading one.</summary>
    public required int Shared { get; init; }

    public required bool IsNear { get; init; }

    public required bool IsSameBuilding { get; init; }
}

/// <summary>A group: its leading ticket first.</summary>
public sealed record GroupView(Guid Id, uint Version, GroupState State, string CompoundName, DateTimeOffset FoundAt, string? DecidedAs, DateTimeOffset? DecidedAt, IReadOnlyList<GroupedTicket> Tickets);

/// <summary>A page of groups.</summary>
public sealed record GroupList(IReadOnlyList<GroupView> Groups, int Page, int Pages);

/// <summary>Groups in the actor's area: those that wait for a decision, or those that stand. What is in confidence is in none.</summary>
internal sealed class ListGroups(NpgsqlDataSource database)
{
    public const int PageSize = 20;

    private const string Find = $"""
        with found as (
          select g.id, g.xmin::text::bigint as version, g.state, g.found_at, g.decided_as, g.decided_at, g.lead_id, p.name
            from tickets.duplicate_groups g join registry.places p on p.id = g.compound_id join tickets.tickets t on t.id = g.lead_id
           where p.path like @scope and not {SealedTickets.Sql}
             and (case when @confirmed then g.state = 'Confirmed'
                       else g.state in ('Proposed', 'Confirmed') and t.state not in ('Closed', 'Withdrawn') end)
             and exists (select from tickets.duplicate_members m join tickets.tickets o on o.id = m.ticket_id
                          where m.group_id = g.id and m.state = case when @confirmed then 'Confirmed' else 'Proposed' end
                            and not exists (select from tickets.mediation_cases c where c.ticket_id = o.id))
           order by case when @confirmed then g.decided_at else g.found_at end desc, g.id limit @limit offset @offset)
        select f.id, f.version, f.state, f.name, f.found_at, f.decided_as, f.decided_at, t.id, t.number, t.category, t.place_text,
               left(t.description, 120) || case when length(t.description) > 120 then '…' else '' end, t.reported_as, t.received_at, t.state,
               m.state, coalesce(m.shared, 1000), coalesce(m.is_near, true), coalesce(m.is_same_building, true)
          from found f
          join lateral (select f.lead_id as ticket_id, null::text as state, null::int as shared, null::boolean as is_near, null::boolean as is_same_building
                        union all select d.ticket_id, d.state, d.shared, d.is_near, d.is_same_building from tickets.duplicate_members d
                                   where d.group_id = f.id and d.state in ('Proposed', 'Confirmed')) m on true
          join tickets.tickets t on t.id = m.ticket_id and not {SealedTickets.Sql}
         order by case when @confirmed then f.decided_at else f.found_at end desc, f.id, m.state is not null, t.received_at, t.id
        """;

    public async Task<GroupList> Execute(bool confirmed, int page, int size, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.AcceptTickets).SqlPattern is not { } scope)
        {
            return new GroupList([], 1, 1);
        }

        var at = Math.Clamp(page, 1, 2000);
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("scope", scope);
        command.Parameters.AddWithValue("confirmed", confirmed);
        command.Parameters.AddWithValue("limit", size + 1);
        command.Parameters.AddWithValue("offset", (at - 1) * size);
        SealedTickets.Add(command.Parameters);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var groups = new List<GroupView>();
        var tickets = new List<GroupedTicket>();
        while (await row.ReadAsync(cancel))
        {
            if (groups.Count == 0 || groups[^1].Id != row.GetGuid(0))
            {
                groups.Add(new(
                    row.GetGuid(0), (uint)row.GetInt64(1), Enum.Parse<GroupState>(row.GetString(2)), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4),
                    row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6), tickets = []));
            }

            tickets.Add(Of(row));
        }

        return new GroupList([.. groups.Take(size)], at, groups.Count > size ? at + 1 : at);
    }

    private static GroupedTicket Of(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(7), Number = row.GetString(8), Category = row.GetString(9), PlaceText = row.GetString(10), Description = row.GetString(11), ReportedAs = row.GetString(12),
        ReceivedAt = row.GetFieldValue<DateTimeOffset>(13), State = Enum.Parse<TicketState>(row.GetString(14)),
        Standing = row.IsDBNull(15) ? null : Enum.Parse<MemberState>(row.GetString(15)), Shared = row.GetInt32(16), IsNear = row.GetBoolean(17), IsSameBuilding = row.GetBoolean(18),
    };
}
