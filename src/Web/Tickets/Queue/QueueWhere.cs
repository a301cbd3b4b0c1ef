using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Tickets.Queue;

/// <summary>The conditions of the list of tickets, over the aliases t and p. Each tab says its state so that an index answers it (decision 26).</summary>
internal static class QueueWhere
{
    public const string IsOpen = "t.state not in ('Closed', 'Withdrawn')";

    /// <summary>Open ones without a result come first, by their due moment.</summary>
    public const string BySoonest = " order by (t.state = 'Replied'), t.resolve_due_at, t.received_at, t.id";

    public const string ByNewest = " order by t.received_at desc, t.id desc";

    private static readonly DateOnly FirstDay = DateOnly.MinValue.AddYears(1);
    private static readonly DateOnly LastDay = DateOnly.MaxValue.AddYears(-1);

    /// <summary>The tickets of a tab; what is not open is told apart by its period.</summary>
    public static string Of(QueueTab tab) => tab switch
    {
        QueueTab.Open => $" and {IsOpen}",
        QueueTab.Waiting => $" and {IsOpen} and t.state in ('Received', 'Accepted')",
        QueueTab.Working => $" and {IsOpen} and t.state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested')",
        // "is false" is what the index of open work can answer; "<>" is not.
        QueueTab.Overdue => $" and {IsOpen} and (t.state = 'Replied') is false and t.resolve_due_at < @now",
        QueueTab.Rating => $" and {IsOpen} and t.state = 'Replied'",
        QueueTab.Closed => " and t.state in ('Closed', 'Withdrawn')",
        QueueTab.Received => InPeriod("t.received_at"),
        QueueTab.Done => " and t.state = 'Closed'" + InPeriod("t.closed_at"),
        QueueTab.Rated => " and t.satisfaction is not null" + InPeriod("t.closed_at"),
        _ => string.Empty,
    };

    public static bool IsBySoonest(TicketQueue.Filter filter) => !filter.Mine && filter.Tab is QueueTab.Open or QueueTab.Waiting or QueueTab.Working or QueueTab.Overdue or QueueTab.Rating;

    public static void Add(StringBuilder sql, NpgsqlParameterCollection parameters, TicketQueue.Filter filter, Guid[]? candidates, Actor actor, DateTimeOffset now)
    {
        sql.Append(" where ").Append(TicketAccess.VisibleSql(actor, parameters)).Append(Of(filter.Tab));
        if (filter.Tab is QueueTab.Received or QueueTab.Done or QueueTab.Rated)
        {
            parameters.AddWithValue("from", ChinaTime.StartOf(Within(filter.From ?? FirstDay)).ToUniversalTime());
            parameters.AddWithValue("until", ChinaTime.EndOf(Within(filter.To ?? LastDay)).ToUniversalTime());
        }

        if (filter.Tab == QueueTab.Overdue)
        {
            parameters.AddWithValue("now", now);
        }

        if (filter.Mine)
        {
            sql.Append(" and t.reporter_id = @person");
        }

        if (filter.Numbers is { } numbers)
        {
            sql.Append(" and t.number = any(@numbers)");
            parameters.AddWithValue("numbers", numbers.ToArray());
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

        AddWords(sql, parameters, filter.Text, candidates);
        After(sql, parameters, filter);
    }

    // Pairs of characters have found the candidates, where these are not too many; the words themselves decide.
    private static void AddWords(StringBuilder sql, NpgsqlParameterCollection parameters, string? text, Guid[]? candidates)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var words = text.Trim();
        if (TicketNumber.TryParse(words, out var number))
        {
            sql.Append(" and t.number = @number");
            parameters.AddWithValue("number", number.ToString());
            return;
        }

        if (candidates is not null)
        {
            sql.Append(" and t.id = any(@candidates)");
            parameters.AddWithValue("candidates", candidates);
        }

        sql.Append(" and (t.number ilike @text or t.place_text ilike @text or t.description ilike @text)");
        parameters.AddWithValue("text", $"%{LikeText.Escaped(words)}%");
    }

    private static void After(StringBuilder sql, NpgsqlParameterCollection parameters, TicketQueue.Filter filter)
    {
        if (filter.After is not { } last)
        {
            return;
        }

        if (IsBySoonest(filter))
        {
            sql.Append(last.ResolveDueAt is null
                ? " and ((t.state = 'Replied') > @lastReplied or ((t.state = 'Replied') = @lastReplied and t.resolve_due_at is null and (t.received_at, t.id) > (@lastReceived, @lastId)))"
                : " and ((t.state = 'Replied') > @lastReplied or ((t.state = 'Replied') = @lastReplied and (t.resolve_due_at is null or (t.resolve_due_at, t.received_at, t.id) > (@lastDue, @lastReceived, @lastId))))");
            parameters.AddWithValue("lastReplied", last.IsReplied);
            if (last.ResolveDueAt is { } due)
            {
                parameters.AddWithValue("lastDue", due);
            }
        }
        else
        {
            sql.Append(" and (t.received_at, t.id) < (@lastReceived, @lastId)");
        }

        parameters.AddWithValue("lastReceived", last.ReceivedAt);
        parameters.AddWithValue("lastId", last.Id);
    }

    // The calendar's very ends have no moment in another time zone.
    private static DateOnly Within(DateOnly day) => day < FirstDay ? FirstDay : day > LastDay ? LastDay : day;

    private static string InPeriod(string column) => $" and {column} >= @from and {column} < @until";
}
