using System.Runtime.CompilerServices;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Tickets.Categories;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>A compound's reports of the weeks that are compared.</summary>
internal sealed record CompoundPast(Guid CompoundId, DateOnly Began, List<CountedReport> Counted, List<SaidReport> Said);

/// <summary>Reads all compounds' reports in one statement, a compound after the other: each takes its own stretch of the index, and no more than one is in memory.</summary>
internal static class CompoundPasts
{
    internal const string Statement = $"""
        select p.id, p.path, b.began, t.building, t.category, t.received_at, t.reporter_id, t.said, t.is_sealed
          from registry.places p
         cross join lateral (select min(received_at) as began from tickets.tickets where compound_id = p.id) b
         cross join lateral (
               select case w.kind when 'Building' then w.id when 'Entrance' then w.parent_id end as building, t.category, t.received_at, t.reporter_id,
                      case when t.deidentified_at is null then t.description end as said, {SealedTickets.Sql} as is_sealed
                 from tickets.tickets t left join registry.places w on w.id = t.place_id
                where t.compound_id = p.id and t.received_at >= @from and t.received_at < @until and t.state <> 'Withdrawn') t
         where p.kind = 'Compound' order by p.id
        """;

    public static async IAsyncEnumerable<CompoundPast> Read(
        NpgsqlConnection connection, CategoryBook book, DateOnly week, FindingRules rules, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Statement, connection) { CommandTimeout = 0 };
        var weeks = Math.Max(rules.HotSpots.PastWeeks, rules.Topics.PastWeeks + rules.Topics.Weeks - 1);
        command.Parameters.AddWithValue("from", ChinaTime.StartOf(week.AddDays(-7 * weeks)).ToUniversalTime());
        command.Parameters.AddWithValue("until", ChinaTime.StartOf(week.AddDays(7)).ToUniversalTime());
        SealedTickets.Add(command.Parameters);
        await using var row = await command.ExecuteReaderAsync(cancel);
        CompoundPast? past = null;
        var tree = book.At(PlacePath.Root);
        while (await row.ReadAsync(cancel))
        {
            if (past?.CompoundId != row.GetGuid(0))
            {
                if (past is not null)
                {
                    yield return past;
                }

                // The week in which it began is no whole week.
                past = new(row.GetGuid(0), FindingWeek.Of(ChinaTime.DayOf(row.GetFieldValue<DateTimeOffset>(2))).AddDays(7), [], []);
                tree = book.At(new PlacePath(row.GetString(1)));
            }

            var (category, at, reporter, isSealed) = (tree.TopOf(row.GetString(4)), FindingWeek.Of(ChinaTime.DayOf(row.GetFieldValue<DateTimeOffset>(5))), row.GetGuid(6), row.GetBoolean(8));
            past.Counted.Add(new(row.IsDBNull(3) ? null : row.GetGuid(3), category, at, reporter, isSealed));
            past.Said.Add(new(at, reporter, category, isSealed || row.IsDBNull(7) ? null : row.GetString(7)));
        }

        if (past is not null)
        {
            yield return past;
        }
    }
}
