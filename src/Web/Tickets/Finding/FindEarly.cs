using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Finding.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>Proposes groups among open tickets, and once a week looks for hot spots and rising topics; what it found is kept with its numbers.</summary>
internal sealed class FindEarly(LinliDb db, NpgsqlDataSource database, CategoryBook book, WriteFound writer, ProposeGroups groups) : IScheduledJob
{
    public static string Name => "find-early";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
        await groups.Run(context, cancel);
        var week = FindingWeek.LastBefore(ChinaTime.DayOf(now));
        if (!await db.Set<FindingRun>().AnyAsync(run => run.Week == week, cancel))
        {
            await Look(week, context, cancel);
        }
    }

    private async Task Look(DateOnly week, ProcessContext context, CancellationToken cancel)
    {
        var rules = FindingRules.On(week);
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var names = await database.OpenConnectionAsync(cancel);
        await foreach (var past in CompoundPasts.Read(connection, book, week, rules, cancel))
        {
            var spots = HotSpotRule.Find(past.Counted, week, past.Began, rules.HotSpots);
            var topics = TopicRule.Find(past.Said, week, past.Began, [], rules.Topics);
            if (topics.Any(topic => !topic.IsCategory))
            {
                // Names are read only where there are words that could be one.
                topics = TopicRule.Find(past.Said, week, past.Began, await CompoundNames.Read(names, past.CompoundId, cancel), rules.Topics);
            }

            await writer.Add(past.CompoundId, spots, topics, rules, context, cancel);
        }

        await writer.Save(week, rules, context, cancel);
    }
}
