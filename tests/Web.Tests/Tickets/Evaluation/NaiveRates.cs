using Linli.Web.Tests.Host;
using Npgsql;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Tickets.Evaluation;

/// <summary>
/// The three rates counted by hand from what the database keeps of each step: the timeline and the exclusions, nothing that
/// the product has added up. Written from the rules' text, without a line of the product's.
/// </summary>
internal static class NaiveRates
{
    internal sealed record Step(DateTimeOffset At, string Act, bool? Solved, string? Satisfaction);

    internal sealed record Round(string Reason, string Requester, string? First, string? Second);

    internal sealed record One(Guid Id, Guid Compound, DateTimeOffset Received, DateTimeOffset ContactDue, List<Step> Steps, List<Round> Rounds);

    /// <summary>Orders, excluded, then numerator and denominator of response, resolution and satisfaction.</summary>
    public static long[] Count(IEnumerable<One> tickets, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var sum = new long[8];
        foreach (var ticket in tickets)
        {
            if (ticket.Received < from || ticket.Received >= until || ticket.Steps.Exists(s => s.Act == "Withdraw"))
            {
                continue;
            }

            sum[0]++;
            var returned = ticket.Steps.Exists(s => s.Act == "AcceptReturn");
            var granted = ticket.Rounds.FindAll(r => r.First is not null && r.Second is not null && r.First != r.Second && r.First != r.Requester && r.Second != r.Requester);
            var outOfAll = granted.Exists(r => r.Reason == "OutOfLaw" || (r.Reason == "WrongDispatch" && returned));
            var outOfAnswers = outOfAll || granted.Exists(r => r.Reason == "NoValidAnswer");
            if (outOfAnswers)
            {
                sum[1]++;
            }

            if (!outOfAll)
            {
                var reached = ticket.Steps.FindAll(s => s.Act == "Contact").ConvertAll(s => s.At);
                if (reached.Count > 0 || ticket.ContactDue <= now)
                {
                    sum[3]++;
                    sum[2] += reached.Count > 0 && reached[0] <= ticket.ContactDue ? 1 : 0;
                }
            }

            if (outOfAnswers)
            {
                continue;
            }

            var reopened = ticket.Steps.FindLastIndex(s => s.Act is "ReportUnsolved" or "ReopenOnVisit");
            var later = ticket.Steps.GetRange(reopened + 1, ticket.Steps.Count - reopened - 1);
            var solved = later.FindLast(s => s.Solved is not null)?.Solved;
            var satisfaction = later.FindLast(s => s.Satisfaction is not null)?.Satisfaction;
            (sum[5], sum[4]) = (sum[5] + (solved is null ? 0 : 1), sum[4] + (solved == true ? 1 : 0));
            (sum[7], sum[6]) = (sum[7] + (satisfaction is null ? 0 : 1), sum[6] + (satisfaction is "Satisfied" or "Basic" ? 1 : 0));
        }

        return sum;
    }

    public static async Task<List<One>> Read(TestApp app)
    {
        var tickets = new Dictionary<Guid, One>();
        await Each(app, "select id, compound_id, received_at, contact_due_at from tickets.tickets", r =>
            tickets.Add(r.GetGuid(0), new One(r.GetGuid(0), r.GetGuid(1), r.GetFieldValue<DateTimeOffset>(2), r.GetFieldValue<DateTimeOffset>(3), [], [])));
        await Each(app, "select ticket_id, at, act, solved, satisfaction from tickets.timeline order by at, id", r =>
            tickets[r.GetGuid(0)].Steps.Add(new Step(r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetBoolean(3), r.IsDBNull(4) ? null : r.GetString(4))));
        await Each(app, "select ticket_id, reason, coalesce(requested_by::text, requested_as), coalesce(first_by::text, first_as), coalesce(second_by::text, second_as) from tickets.exclusions", r =>
            tickets[r.GetGuid(0)].Rounds.Add(new Round(r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4))));
        return [.. tickets.Values];
    }

    private static async Task Each(TestApp app, string sql, Action<NpgsqlDataReader> row)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            row(reader);
        }
    }
}
