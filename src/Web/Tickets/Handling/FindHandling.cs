using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>Reads how a ticket is handled. What a reader may not see is left out here, so that no page and no answer can leak it.</summary>
internal sealed class FindHandling
{
    private readonly Dictionary<Guid, string> names;
    private readonly bool asResident;

    private FindHandling(Dictionary<Guid, string> names, bool asResident) => (this.names, this.asResident) = (names, asResident);

    public static async Task<HandlingView> Of(LinliDb db, Guid ticket, bool asResident, bool worksOnIt, CancellationToken cancel)
    {
        var pauses = await db.Set<TicketPause>().AsNoTracking().Where(p => p.TicketId == ticket).OrderBy(p => p.FromAt).ToListAsync(cancel);
        var extensions = await db.Set<TicketExtension>().AsNoTracking().Where(e => e.TicketId == ticket && (!asResident || e.Granted == true)).OrderBy(e => e.AskedAt).ToListAsync(cancel);
        var returns = asResident ? [] : await db.Set<TicketReturn>().AsNoTracking().Where(r => r.TicketId == ticket).OrderBy(r => r.AskedAt).ToListAsync(cancel);
        var whistles = await db.Set<TicketWhistle>().AsNoTracking().Where(w => w.TicketId == ticket).OrderBy(w => w.BlownAt).ToListAsync(cancel);
        var parties = await db.Set<JointParty>().AsNoTracking().Where(p => p.TicketId == ticket).OrderBy(p => p.InvitedAt).ToListAsync(cancel);
        var notes = asResident || !worksOnIt ? [] : await db.Set<InternalNote>().AsNoTracking().Where(n => n.TicketId == ticket).OrderBy(n => n.At).ToListAsync(cancel);

        var find = new FindHandling(
            await NamesOf(
                db,
                [
                    .. extensions.SelectMany(e => new[] { e.AskedBy, e.DecidedBy }), .. returns.SelectMany(r => new[] { r.AskedBy, r.DecidedBy }),
                    .. whistles.SelectMany(w => new[] { w.PlaceId, w.AnsweredBy }), .. parties.SelectMany(p => new[] { p.OrganisationId, p.ReportedBy }),
                ], cancel),
            asResident);
        return new HandlingView
        {
            Pauses = [.. pauses.Select(p => new PauseView(p.WaitsFor, p.Reason, p.FromAt, p.UntilAt, p.ToAt))],
            Extensions = [.. extensions.Select(find.Shown)],
            Returns = [.. returns.Select(find.Shown)],
            Whistles = [.. whistles.Select(find.Shown)],
            Parties = [.. parties.Select(find.Shown)],
            InternalNotes = [.. notes.Select(n => new InternalNoteView(n.At, n.ActedAs, n.PersonName, n.Note))],
        };
    }

    private ExtensionView Shown(TicketExtension e) =>
        new(e.Days, Words(e.Reason), Name(e.AskedBy), e.AskedAt, e.DecidedAt, e.Granted, Name(e.DecidedBy), Words(e.Decision));

    private ReturnView Shown(TicketReturn r) =>
        new(r.Ground, r.Reason, r.ByUnit, Name(r.AskedBy), r.AskedAt, r.DecideDueAt, r.DecidedAt, r.Accepted, Name(r.DecidedBy), r.Decision);

    private WhistleView Shown(TicketWhistle w) => new(
        w.Level, names.GetValueOrDefault(w.PlaceId) ?? string.Empty, Words(w.Matter), w.BlownAt, w.DueAt, w.RaisedAt, w.AnsweredAt, Name(w.AnsweredBy), Words(w.Answer),
        asResident ? null : w.Warranted, Words(w.WarrantedNote), asResident ? null : w.AssessedAt, asResident ? null : w.Helped, Words(w.Assessment));

    private PartyView Shown(JointParty p) => new(
        p.OrganisationId, names.GetValueOrDefault(p.OrganisationId) ?? string.Empty, p.Way, Words(p.Task), p.DueOn, p.InvitedAt, p.ReportedAt, Name(p.ReportedBy), Words(p.Report));

    private string? Words(string? words) => asResident ? null : words;

    private string? Name(Guid? person) => asResident || person is not { } id ? null : names.GetValueOrDefault(id);

    private sealed record Named(Guid Id, string Name);

    private static async Task<Dictionary<Guid, string>> NamesOf(LinliDb db, IEnumerable<Guid?> ids, CancellationToken cancel)
    {
        Guid[] wanted = [.. ids.OfType<Guid>().Distinct()];
        return wanted.Length == 0
            ? []
            : await db.Database.SqlQuery<Named>($"""
                select id as "Id", name as "Name" from registry.people where id = any({wanted})
                union all select id, short_name from registry.organisations where id = any({wanted})
                union all select id, name from registry.places where id = any({wanted})
                """).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
    }
}
