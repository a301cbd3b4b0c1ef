using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>Draws the return visits among what was closed, a compound's month at a time, and writes down out of how many.</summary>
internal sealed class DrawReturnVisits(LinliDb db, Changes changes, IServiceScopeFactory scopes) : IScheduledJob
{
    // A closing that was committed late by a slow transaction is seen by the next run.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    public static string Name => "draw-return-visits";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    private sealed record Group(Guid CompoundId, DateOnly Month);

    private sealed record Closing(Guid Id, int TimesReopened, bool? Solved, string? Satisfaction, bool ReopenedOnVisit, bool IsDrawn);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var policy = VisitPolicy.On(ChinaTime.DayOf(now));
        var last = await db.Set<VisitDrawn>().MaxAsync(draw => (DateTimeOffset?)draw.DrawnAt, cancel);
        var oldest = now.AddDays(-policy.ClosedWithinDays);
        var since = (last - Overlap is { } then && then > oldest ? then : oldest).ToUniversalTime();
        var groups = await db.Database.SqlQuery<Group>(
            $"""
            select distinct t.compound_id as "CompoundId", date_trunc('month', t.closed_at at time zone 'Asia/Shanghai')::date as "Month"
              from tickets.tickets t where t.state = 'Closed' and t.closed_at > {since} and t.closed_at <= {now}
            """).ToListAsync(cancel);
        foreach (var group in groups)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DrawReturnVisits>().Draw(group, policy, now, cancel);
        }
    }

    private async Task Draw(Group group, VisitPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        var from = ChinaTime.StartOf(group.Month).ToUniversalTime();
        var to = ChinaTime.StartOf(group.Month.AddMonths(1)).ToUniversalTime();
        // Whoever does not want to be called is not drawn, and is no part of what is drawn from.
        var closed = await db.Database.SqlQuery<Closing>(
            $"""
            select t.id as "Id", t.times_reopened as "TimesReopened", t.solved as "Solved", t.satisfaction as "Satisfaction",
                   exists (select from tickets.timeline l where l.ticket_id = t.id and l.act = {nameof(TicketAct.ReopenOnVisit)}) as "ReopenedOnVisit",
                   exists (select from tickets.return_visits v where v.ticket_id = t.id and v.round = t.times_reopened) as "IsDrawn"
              from tickets.tickets t
             where t.compound_id = {group.CompoundId} and t.state = 'Closed' and t.closed_at >= {from} and t.closed_at < {to} and t.contact_by <> {nameof(ContactWish.None)}
                   and t.deidentified_at is null
            """).ToListAsync(cancel);
        var drawn = VisitDraw.Draw(policy, [.. closed.Select(Candidate)]);
        var rounds = closed.ToDictionary(one => one.Id, one => one.TimesReopened);
        foreach (var visit in drawn)
        {
            db.Add(new ReturnVisit
            {
                Id = Guid.CreateVersion7(now),
                TicketId = visit.Ticket,
                CompoundId = group.CompoundId,
                Round = rounds[visit.Ticket],
                Cause = visit.Cause,
                Policy = policy.Code,
                DrawnAt = now,
                DueOn = ChinaTime.DayOf(now).AddDays(policy.DueDays),
                State = VisitState.Open,
            });
        }

        var draw = await db.Set<VisitDrawn>().SingleOrDefaultAsync(d => d.CompoundId == group.CompoundId && d.Month == group.Month, cancel);
        if (draw is null)
        {
            db.Add(draw = new VisitDrawn { CompoundId = group.CompoundId, Month = group.Month });
        }

        (draw.Policy, draw.Closed, draw.Drawn, draw.DrawnAt) = (policy.Code, closed.Count, closed.Count(one => one.IsDrawn) + drawn.Count, now);
        var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
        await changes.Save(context, nameof(DrawReturnVisits), "Compound", group.CompoundId, new { month = group.Month, closed = closed.Count, drawn = drawn.Count }, cancel);
    }

    private static VisitCandidate Candidate(Closing closing) => new(
        closing.Id, closing.Solved, closing.Satisfaction is { } said ? Enum.Parse<Satisfaction>(said) : null, closing.ReopenedOnVisit, closing.IsDrawn);
}
