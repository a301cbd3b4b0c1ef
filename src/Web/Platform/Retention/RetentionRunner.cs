using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Platform.Retention;

/// <summary>What a rule found in a table.</summary>
internal sealed record RetentionResult(RetentionRule Rule, string Subject, DateTimeOffset Before, long Rows);

/// <summary>Applies the retention rules in force (PIPL 19, 47), or counts what they would do; what was done is logged and stands in the audit trail.</summary>
internal sealed class RetentionRunner(LinliDb db, IEnumerable<IRetentionTask> tasks)
{
    private const string Process = "ApplyRetention";

    public async Task<IReadOnlyList<RetentionResult>> Run(DateTimeOffset now, bool dryRun, CancellationToken cancel)
    {
        var rules = RetentionRules.InForce(RetentionRules.BuiltIn, ChinaTime.DayOf(now)).ToDictionary(rule => rule.Code);
        var results = new List<RetentionResult>();
        foreach (var task in tasks.OrderBy(task => task.Rule, StringComparer.Ordinal).ThenBy(task => task.Subject, StringComparer.Ordinal))
        {
            var rule = rules[task.Rule];
            var before = rule.Before(now);
            var rows = dryRun ? await task.CountOver(before, cancel) : await task.Apply(before, now, cancel);
            results.Add(new RetentionResult(rule, task.Subject, before, rows));
            if (!dryRun && rows > 0)
            {
                await Log(results[^1], now, cancel);
            }
        }

        return results;
    }

    private async Task Log(RetentionResult result, DateTimeOffset now, CancellationToken cancel)
    {
        var run = new RetentionRun
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Rule = result.Rule.Code,
            Version = result.Rule.Version,
            Subject = result.Subject,
            Before = result.Before.ToUniversalTime(),
            Affected = result.Rows,
        };
        db.Add(run);
        var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = run.Id };
        db.Add(Changes.Changes.Entry(context, Process, nameof(RetentionRun), run.Id, new { run.Rule, run.Version, run.Subject, run.Affected }));
        await db.SaveChangesAsync(cancel);
    }
}
