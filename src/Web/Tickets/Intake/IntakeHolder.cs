using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Intake;

/// <summary>What the ways in hold about a person: which tickets the person follows, took for others, and which sheets the person issued.</summary>
internal sealed class IntakeHolder(LinliDb db, IStringLocalizer<IntakeWords> words) : IPersonalDataHolder
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var follows = await db.Set<TicketFollow>().AsNoTracking().Where(f => f.PersonId == personId)
            .Join(db.Set<Ticket>(), f => f.TicketId, t => t.Id, (f, t) => new { t.Number, f.Since }).OrderByDescending(f => f.Since).Take(Most).ToListAsync(cancel);
        var taken = await db.Set<TicketIntake>().AsNoTracking().Where(i => i.TakenBy == personId)
            .Join(db.Set<Ticket>(), i => i.TicketId, t => t.Id, (i, t) => new { t.Number, i.TakenAs, t.ReceivedAt }).OrderByDescending(i => i.ReceivedAt).Take(Most).ToListAsync(cancel);
        var sheets = await db.Set<PlaceSheet>().AsNoTracking().Where(s => s.IssuedBy == personId || s.VoidedBy == personId).OrderByDescending(s => s.IssuedAt)
            .Select(s => new { s.Version, s.IssuedAt }).Take(Most).ToListAsync(cancel);
        return
        [
            new HeldCategory(words["Held.Follows"], "tickets.follows", [.. follows.Select(f => new HeldItem(f.Number, null, f.Since))]),
            // For whom it was taken is another person's.
            new HeldCategory(words["Held.Taken"], "tickets.intakes", [.. taken.Select(i => new HeldItem(i.Number, i.TakenAs, i.ReceivedAt))]),
            new HeldCategory(words["Held.Sheets"], "tickets.place_sheets", [.. sheets.Select(s => new HeldItem(words["Sheets.Edition", s.Version], null, s.IssuedAt))]),
        ];
    }

    public Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyCollection<ErasureObstacle>>([]);

    public Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<TicketFollow>().Where(f => f.PersonId == personId).ExecuteDeleteAsync(cancel);
}
