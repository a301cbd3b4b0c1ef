using Linli.Domain.Kernel;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>
/// Takes every step of the ladder that is due. What was slept through is taken in order, and a run can be stopped anywhere: the
/// next one goes on. A ticket that somebody changes at the same moment is left to the next run.
/// </summary>
internal sealed class ClimbLadder(NpgsqlDataSource database) : IScheduledJob
{
    private const int AtOnce = 2000;

    public static string Name => "climb-follow-up";

    public static TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var reading = await database.OpenConnectionAsync(cancel);
        await using var writing = await database.OpenConnectionAsync(cancel);
        await DueTickets.EndListings(writing, cancel);
        var posts = new CoveringPosts(writing, ChinaTime.DayOf(now));
        var batch = new List<(DueTicket Ticket, IReadOnlyList<DueStep> Steps)>();
        await foreach (var ticket in DueTickets.Read(reading, now, cancel))
        {
            if (FollowUpRule.Due(ticket.Followed.Ladder, ticket.Followed, now) is { Count: > 0 } due)
            {
                batch.Add((ticket, due));
            }

            if (batch.Count >= AtOnce)
            {
                await Take(batch, posts, writing, now, cancel);
            }
        }

        await Take(batch, posts, writing, now, cancel);
    }

    private static async Task Take(
        List<(DueTicket Ticket, IReadOnlyList<DueStep> Steps)> batch, CoveringPosts posts, NpgsqlConnection writing, DateTimeOffset now, CancellationToken cancel)
    {
        if (batch.Count == 0)
        {
            return;
        }

        var covering = await posts.Of(batch.Select(one => one.Ticket.CompoundId), cancel);
        var rows = batch.SelectMany(one => StepRow.Of(one.Ticket, one.Steps, covering[one.Ticket.CompoundId], now)).ToList();
        await StepRow.Write(rows, writing, cancel);
        batch.Clear();
    }
}
