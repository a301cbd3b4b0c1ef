using System.Text;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Queue;
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

    /// <summary>What needs the actor now, with the reason.</summary>
    Me,
}

/// <summary>One line of a list of tickets.</summary>
public sealed record QueuedTicket
{
    public required Guid Id { get; init; }

    /// <summary>The version that an act upon it names, so that nobody else's change is overlooked.</summary>
    public required uint Version { get; init; }

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

        /// <summary>Only these.</summary>
        public IReadOnlyList<string>? Numbers { get; init; }

        /// <summary>Where the page before ended; pages count from 1 again after it.</summary>
        internal QueueCursor? After { get; init; }

        /// <summary>From 1.</summary>
        public int Page { get; init; } = 1;

        /// <summary>How many to a page; an export reads many at a time.</summary>
        public int Size { get; init; } = PageSize;
    }

    private const string Columns = """
        select t.number, t.place_text, t.category, left(t.description, 60) || case when length(t.description) > 60 then '…' else '' end, t.state, t.urgency, p.name, h.name,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.replied_at, t.id, t.xmin
          from tickets.tickets t
          join registry.places p on p.id = t.compound_id
          left join registry.people h on h.id = t.assigned_to
        """;

    public async Task<IReadOnlyList<QueuedTicket>> Read(Filter filter, Actor actor, CancellationToken cancel)
    {
        var candidates = await WordIndex.Candidates(database, filter.Text, actor, cancel);
        await using var command = database.CreateCommand();
        var sql = new StringBuilder(Columns);
        QueueWhere.Add(sql, command.Parameters, filter, candidates, actor, clock.GetUtcNow());
        sql.Append(QueueWhere.IsBySoonest(filter) ? QueueWhere.BySoonest : QueueWhere.ByNewest);
        // One row more than a page shows whether there is a next one.
        sql.Append(" limit @limit offset @offset");
        command.Parameters.AddWithValue("limit", filter.Size + 1);
        command.Parameters.AddWithValue("offset", Paging.Offset(filter.Page, filter.Size));
        command.CommandText = sql.ToString();

        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<QueuedTicket>(filter.Size + 1);
        while (await row.ReadAsync(cancel))
        {
            rows.Add(Of(row));
        }

        return rows;
    }

    /// <summary>Reads the columns of the list, wherever they are asked for first.</summary>
    public static QueuedTicket Of(NpgsqlDataReader row) => new QueuedTicket
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
        Id = row.GetGuid(12),
        Version = row.GetFieldValue<uint>(13),
    };
}
