using Linli.Domain.Registry.Privacy;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets;

/// <summary>What tickets hold about a person: what the person reported, wrote and did.</summary>
internal sealed class TicketsHolder(LinliDb db, IErasedPeople erased, IStringLocalizer<TicketWords> words) : IPersonalDataHolder
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var reported = await db.Set<Ticket>().AsNoTracking().Where(t => t.ReporterId == personId).OrderByDescending(t => t.ReceivedAt).Take(Most)
            .Select(t => new { t.Number, t.PlaceText, t.Description, t.ReceivedAt }).ToListAsync(cancel);
        var steps = await (
            from entry in db.Set<TimelineEntry>() join ticket in db.Set<Ticket>() on entry.TicketId equals ticket.Id
            where entry.PersonId == personId orderby entry.At descending
            select new { ticket.Number, entry.Act, entry.Note, entry.At }).Take(Most).ToListAsync(cancel);
        var notes = await db.Set<InternalNote>().AsNoTracking().Where(n => n.PersonId == personId).Join(db.Set<Ticket>(), n => n.TicketId, t => t.Id, (n, t) => new { t.Number, n.At })
            .OrderByDescending(n => n.At).Take(Most).ToListAsync(cancel);
        return
        [
            new HeldCategory(words["Held.Reported"], "tickets.tickets", [.. reported.Select(t => new HeldItem(t.Number, $"{t.PlaceText} · {t.Description}", t.ReceivedAt))]),
            new HeldCategory(words["Held.Steps"], "tickets.timeline", [.. steps.Select(s => new HeldItem($"{s.Number} · {words["Act." + s.Act]}", s.Note, s.At))]),
            // That a note was written is said to its author; its words are about others and leave no export.
            new HeldCategory(words["Held.Notes"], "tickets.internal_notes", [.. notes.Select(n => new HeldItem(n.Number, null, n.At))]),
        ];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel)
    {
        TicketState[] final = [TicketState.Closed, TicketState.Withdrawn];
        return await db.Set<Ticket>().AnyAsync(t => (t.ReporterId == personId || t.AssignedTo == personId) && !final.Contains(t.State), cancel)
            ? [ErasureObstacle.OpenMatter]
            : [];
    }

    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        await DeIdentifyTickets.ReportedBy(db, erased, personId, now, cancel);
        await db.Set<TimelineEntry>().Where(e => e.PersonId == personId).ExecuteUpdateAsync(e => e.SetProperty(x => x.PersonName, (string?)null), cancel);
        await db.Set<InternalNote>().Where(n => n.PersonId == personId).ExecuteUpdateAsync(n => n.SetProperty(x => x.PersonName, (string?)null), cancel);
    }
}
