using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Tickets;

/// <summary>Which part of the queue.</summary>
public enum QueueTab
{
    Open,
    Waiting,
    Working,
    Overdue,
    Rating,
    Closed,
    All,

    /// <summary>Received in the period, whatever became of them.</summary>
    Received,

    /// <summary>Closed in the period with a result, rated or not.</summary>
    Done,

    /// <summary>Rated in the period.</summary>
    Rated,
}

/// <summary>One line of a list of tickets.</summary>
public sealed record QueuedTicket
{
    public required string Number { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required string Description { get; init; }

    public required TicketState State { get; init; }

    public required Urgency Urgency { get; init; }

    public required string CompoundName { get; init; }

    public required string? HandlerName { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ContactDueAt { get; init; }

    /// <summary>Null while a running pause holds the clock; such tickets come after those with a due moment.</summary>
    public required DateTimeOffset? ResolveDueAt { get; init; }

    public required DateTimeOffset? RepliedAt { get; init; }
}

/// <summary>A page of tickets that the actor may see, most urgent first. This list is read all day, so it is one plain statement.</summary>
internal sealed class TicketQueue(NpgsqlDataSource database, TimeProvider clock)
{
    public const int PageSize = 50;

    public sealed record Filter
    {
        public QueueTab Tab { get; init; } = QueueTab.Open;

        /// <summary>Code of a category.</summary>
        public string? Category { get; init; }

        /// <summary>A compound or a building, with all below it.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>A number or words of place and description.</summary>
        public string? Text { get; init; }

        /// <summary>Only those that the actor reported.</summary>
        public bool Mine { get; init; }

        /// <summary>First day of the period that Received, Done and Rated count.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day of the period, itself included.</summary>
        public DateOnly? To { get; init; }

        /// <summary>From 1.</summary>
        public int Page { get; init; } = 1;

        /// <summary>How many to a page; an export reads many at a time.</summary>
        public int Size { get; init; } = PageSize;
    }

    private const string Columns = """
        select t.number, t.place_text, t.category, left(t.description, 60) || case when length(t.description) > 60 then '…' else '' end, t.state, t.urgency, p.name, h.name,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.replied_at
          from tickets.tickets t
          join registry.places p on p.id = t.compound_id
          left join registry.people h on h.id = t.assigned_to
        """;

    private const string IsOpen = "t.state not in ('Closed', 'Withdrawn')";

    public async Task<IReadOnlyList<QueuedTicket>> Read(Filter filter, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var sql = new StringBuilder(Columns);
        Where(sql, command.Parameters, filter, actor);
        sql.Append(filter.Tab is QueueTab.Closed or >= QueueTab.All || filter.Mine ? " order by t.received_at desc" : " order by t.state = 'Replied', t.resolve_due_at, t.received_at");
        // One row more than a page shows whether there is a next one.
        sql.Append(" limit @limit offset @offset");
        command.Parameters.AddWithValue("limit", filter.Size + 1);
        command.Parameters.AddWithValue("offset", Paging.Offset(filter.Page, filter.Size));
        command.CommandText = sql.ToString();

        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<QueuedTicket>(filter.Size + 1);
        while (await row.ReadAsync(cancel))
        {
            rows.Add(new QueuedTicket
            {
                Number = row.GetString(0),
                PlaceText = row.GetString(1),
                Category = row.GetString(2),
                Description = row.GetString(3),
                State = Enum.Parse<TicketState>(row.GetString(4)),
                Urgency = Enum.Parse<Urgency>(row.GetString(5)),
                CompoundName = row.GetString(6),
                HandlerName = row.IsDBNull(7) ? null : row.GetString(7),
                ReceivedAt = row.GetFieldValue<DateTimeOffset>(8),
                ContactDueAt = row.GetFieldValue<DateTimeOffset>(9),
                ResolveDueAt = row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
                RepliedAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
            });
        }

        return rows;
    }

    /// <summary>How many tickets lie under each tab of open work.</summary>
    public async Task<IReadOnlyDictionary<QueueTab, long>> Count(Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        command.CommandText = $"""
            select count(*), count(*) filter (where t.state in ('Received', 'Accepted')), count(*) filter (where t.state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested')),
                   count(*) filter (where t.state <> 'Replied' and t.resolve_due_at < @now), count(*) filter (where t.state = 'Replied')
              from tickets.tickets t join registry.places p on p.id = t.compound_id
             where {IsOpen} and {TicketAccess.VisibleSql(actor, command.Parameters)}
            """;
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new Dictionary<QueueTab, long>
        {
            [QueueTab.Open] = row.GetInt64(0),
            [QueueTab.Waiting] = row.GetInt64(1),
            [QueueTab.Working] = row.GetInt64(2),
            [QueueTab.Overdue] = row.GetInt64(3),
            [QueueTab.Rating] = row.GetInt64(4),
        };
    }

    private static readonly DateOnly FirstDay = DateOnly.MinValue.AddYears(1);
    private static readonly DateOnly LastDay = DateOnly.MaxValue.AddYears(-1);

    // The calendar's very ends have no moment in another time zone.
    private static DateOnly Within(DateOnly day) => day < FirstDay ? FirstDay : day > LastDay ? LastDay : day;

    private static string InPeriod(string column) => $" and {column} >= @from and {column} < @until";

    private void Where(StringBuilder sql, NpgsqlParameterCollection parameters, Filter filter, Actor actor)
    {
        sql.Append(" where ").Append(TicketAccess.VisibleSql(actor, parameters));
        sql.Append(filter.Tab switch
        {
            QueueTab.Open => $" and {IsOpen}",
            QueueTab.Waiting => " and t.state in ('Received', 'Accepted')",
            QueueTab.Working => " and t.state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested')",
            QueueTab.Overdue => $" and {IsOpen} and t.state <> 'Replied' and t.resolve_due_at < @now",
            QueueTab.Rating => " and t.state = 'Replied'",
            QueueTab.Closed => " and t.state in ('Closed', 'Withdrawn')",
            QueueTab.Received => InPeriod("t.received_at"),
            QueueTab.Done => " and t.state = 'Closed'" + InPeriod("t.closed_at"),
            QueueTab.Rated => " and t.satisfaction is not null" + InPeriod("t.closed_at"),
            _ => string.Empty,
        });
        if (filter.Tab is QueueTab.Received or QueueTab.Done or QueueTab.Rated)
        {
            parameters.AddWithValue("from", ChinaTime.StartOf(Within(filter.From ?? FirstDay)).ToUniversalTime());
            parameters.AddWithValue("until", ChinaTime.EndOf(Within(filter.To ?? LastDay)).ToUniversalTime());
        }

        if (filter.Tab == QueueTab.Overdue)
        {
            parameters.AddWithValue("now", clock.GetUtcNow());
        }

        if (filter.Mine)
        {
            sql.Append(" and t.reporter_id = @person");
        }

        if (!string.IsNullOrEmpty(filter.Category))
        {
            // With a first-level category come those below it, the places' own too.
            sql.Append(" and t.category = any(@categories || array(select code from tickets.category_rules where parent = @category))");
            parameters.AddWithValue("category", filter.Category);
            parameters.AddWithValue("categories", TicketCategory.All.Where(c => c.Code == filter.Category || c.Parent == filter.Category).Select(c => c.Code).ToArray());
        }

        if (filter.PlaceId is { } place)
        {
            sql.Append(" and (t.place_id = @place or p.path like (select path || '%' from registry.places where id = @place))");
            parameters.AddWithValue("place", place);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            sql.Append(" and (t.number ilike @text or t.place_text ilike @text or t.description ilike @text)");
            parameters.AddWithValue("text", $"%{LikeText.Escaped(filter.Text.Trim())}%");
        }
    }
}
