using Linli.Domain.Kernel;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.MyData;

/// <summary>De-identifies people who have had no home, post or open matter here for as long as the rule says.</summary>
internal sealed class PeopleGone(LinliDb db, Erasure erasure) : IRetentionTask
{
    private const int AtOnce = 500;

    public string Rule => "people-gone";

    public string Subject => "registry.people";

    public async Task<long> CountOver(DateTimeOffset before, CancellationToken cancel) => await Each(before, null, cancel);

    public Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel) => Each(before, now, cancel);

    private async Task<long> Each(DateTimeOffset before, DateTimeOffset? eraseAt, CancellationToken cancel)
    {
        var (count, last) = (0L, Guid.Empty);
        while (await Next(before, last, cancel) is { Count: > 0 } people)
        {
            last = people[^1];
            foreach (var person in people)
            {
                if ((await erasure.Obstacles(person, cancel)).Count > 0)
                {
                    continue;
                }

                count++;
                if (eraseAt is { } now)
                {
                    await Erase(person, now, cancel);
                }
            }
        }

        return count;
    }

    private async Task<List<Guid>> Next(DateTimeOffset before, Guid last, CancellationToken cancel)
    {
        var (moment, day) = (before.ToUniversalTime(), ChinaTime.DayOf(before));
        return await db.Database.SqlQuery<Guid>(
            $"""
            select p.id as "Value" from registry.people p
             where p.erased_at is null and p.created_at < {moment} and p.id > {last}
               and not exists (select from registry.ownerships o where o.person_id = p.id and registry.not_over(o.until, {day}))
               and not exists (select from registry.residencies r where r.person_id = p.id and registry.not_over(r.until, {day}))
               and not exists (select from registry.posts h where h.person_id = p.id and registry.not_over(h.last_day, {day}))
               and not exists (select from registry.rights_requests q where q.person_id = p.id and q.state = 'Open')
             order by p.id limit {AtOnce}
            """).ToListAsync(cancel);
    }

    private async Task Erase(Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await erasure.Erase(person, now, cancel);
        await transaction.CommitAsync(cancel);
    }
}
