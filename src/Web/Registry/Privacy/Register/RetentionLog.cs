using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Register;

/// <summary>A rule, and what it has done.</summary>
public sealed record RetentionRuleView(RetentionRule Rule, DateTimeOffset? LastAt, long Affected);

/// <summary>One run that found something.</summary>
public sealed record RetentionRunView(DateTimeOffset At, string Rule, int Version, string Subject, DateTimeOffset Before, long Affected);

/// <summary>The rules in force, when they were last looked through, and a page of what they did.</summary>
public sealed record RetentionLogView(IReadOnlyList<RetentionRuleView> Rules, DateTimeOffset? CheckedAt, IReadOnlyList<RetentionRunView> Runs, int Page, int Pages);

/// <summary>The log of retention (PIPL 19, 47, 54).</summary>
internal sealed class RetentionLog(LinliDb db, TimeProvider clock)
{
    private const int PageSize = 50;

    public async Task<RetentionLogView?> Execute(int page, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewPurposes).IsNothing)
        {
            return null;
        }

        var done = await db.Set<RetentionRun>().GroupBy(r => r.Rule)
            .Select(of => new { Rule = of.Key, Last = of.Max(r => r.At), Affected = of.Sum(r => r.Affected) }).ToDictionaryAsync(of => of.Rule, cancel);
        var rules = RetentionRules.InForce(RetentionRules.BuiltIn, ChinaTime.DayOf(clock.GetUtcNow()));
        var total = await db.Set<RetentionRun>().CountAsync(cancel);
        var runs = await db.Set<RetentionRun>().AsNoTracking().OrderByDescending(r => r.At).ThenBy(r => r.Id)
            .Skip((Paging.At(page) - 1) * PageSize).Take(PageSize)
            .Select(r => new RetentionRunView(r.At, r.Rule, r.Version, r.Subject, r.Before, r.Affected)).ToListAsync(cancel);
        var name = ApplyRetention.Name;
        var looked = await db.Database.SqlQuery<DateTimeOffset?>($"""select last_run_at as "Value" from platform.jobs where name = {name}""").FirstOrDefaultAsync(cancel);
        return new RetentionLogView(
            [.. rules.Select(rule => done.TryGetValue(rule.Code, out var did) ? new RetentionRuleView(rule, did.Last, did.Affected) : new RetentionRuleView(rule, null, 0))],
            looked, runs, Paging.At(page), Paging.Count(total, PageSize));
    }
}
