using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Queue.Filters;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.Queue;

/// <summary>How many open tickets lie under each tab, counted no further than is told: nobody works off a list by whether it has 4,000 or 5,000 lines.</summary>
internal sealed class QueueCounts(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly QueueTab[] Tabs = [QueueTab.Open, QueueTab.Waiting, QueueTab.Working, QueueTab.Overdue, QueueTab.Rating];

    /// <summary>The count of each tab, one more than <see cref="Most"/> standing for all that are more; and the filters that are offered, in the same round trip.</summary>
    public async Task<(IReadOnlyDictionary<QueueTab, long> Counts, IReadOnlyList<OfferedFilter> Filters)> Of(Actor actor, CancellationToken cancel)
    {
        var (counts, filters) = await Count(actor, visible => $"{InOneLook(visible)}; {MyFilters.Find}", cancel);
        return (Named(counts[0] <= Most ? counts : (await Count(actor, OneByOne, cancel)).Counts), filters);
    }

    /// <summary>Up to what number is counted.</summary>
    public int Most => QueueLimits.On(ChinaTime.DayOf(clock.GetUtcNow())).MostCounted;

    private static Dictionary<QueueTab, long> Named(long[] counts) => Tabs.Zip(counts).ToDictionary();

    // As long as all open ones can be counted, one look at them is enough.
    private static string InOneLook(string visible) => $"""
        select count(*), count(*) filter (where state in ('Received', 'Accepted')), count(*) filter (where state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested')),
               count(*) filter (where state <> 'Replied' and resolve_due_at < @now), count(*) filter (where state = 'Replied')
          from (select t.state, t.resolve_due_at {From} where {visible} and {QueueWhere.IsOpen} limit @most) open
        """;

    private static string OneByOne(string visible) =>
        "select " + string.Join(", ", Tabs.Select(tab => $"(select count(*) from (select {From} where {visible}{QueueWhere.Of(tab)} limit @most) c)"));

    private const string From = "from tickets.tickets t join registry.places p on p.id = t.compound_id";

    private async Task<(long[] Counts, IReadOnlyList<OfferedFilter> Filters)> Count(Actor actor, Func<string, string> statement, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        command.CommandText = statement(TicketAccess.VisibleSql(actor, command.Parameters));
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.Parameters.AddWithValue("most", Most + 1);
        command.Parameters.Add(new NpgsqlParameter("unit", NpgsqlDbType.Uuid) { Value = (object?)actor.Capacity?.OrganisationId ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        long[] counts = [.. Tabs.Select((_, column) => row.GetInt64(column))];
        return (counts, await row.NextResultAsync(cancel) ? await MyFilters.Read(row, cancel) : []);
    }
}
