using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Committees;

/// <summary>
/// What owners' bodies hold about a person. A term in an elected committee was announced to all owners and is kept as a public record: for as
/// long as its rule says, it is not erased.
/// </summary>
internal sealed class CommitteesHolder(LinliDb db, IErasedPeople erased, TimeProvider clock, IStringLocalizer<CommitteeTexts> texts) : IPersonalDataHolder
{
    private const string Rule = "elected-terms";

    private static readonly string[] Elected = [PostKinds.CommitteeChair.Code, PostKinds.CommitteeMember.Code];

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var terms = await (
            from p in TermsOf(personId) join o in db.Set<Organisation>() on p.OrganisationId equals o.Id
            orderby p.StartsOn descending select new { o.Name, p.StartsOn, p.LastDay }).ToListAsync(cancel);
        var acts = await db.Set<BodyRecord>().AsNoTracking().Where(a => a.PersonId == personId).OrderByDescending(a => a.At).Take(500).ToListAsync(cancel);
        var hands = await Hands(personId).AsNoTracking().OrderByDescending(a => a.At).ToListAsync(cancel);
        var duties = await (
            from d in db.Set<BodyDuty>().AsNoTracking() join u in db.Set<Unit>() on d.UnitId equals u.Id
            where db.Set<Residency>().Any(r => r.UnitId == d.UnitId && r.PersonId == personId && r.Since <= d.ToDay && Terms.NotOver(r.Until, d.FromDay))
            orderby d.FromDay descending select new { u.Label, d.Task, d.FromDay, d.ToDay }).Take(500).ToListAsync(cancel);
        return
        [
            new HeldCategory(texts["Held.Terms"], "registry.posts", [.. terms.Select(t => new HeldItem(t.Name, $"{Moments.Day(t.StartsOn)} – {Last(t.LastDay)} · {Kept(t.LastDay)}"))]),
            new HeldCategory(texts["Held.Acts"], "registry.body_acts",
            [
                .. acts.Select(a => new HeldItem(texts[$"BodyAct.{a.Act}"], $"{a.ActedAs} · {a.Note}", a.At)),
                .. hands.Select(a => new HeldItem(texts[$"BodyAct.{a.Act}"], $"{a.GivenBy} → {a.TakenBy}", a.At)),
            ]),
            // A turn is held for the same purpose as the acts that planned it.
            new HeldCategory(texts["Held.Duties"], "registry.body_acts", [.. duties.Select(d => new HeldItem(d.Label, $"{d.Task} · {Moments.Day(d.FromDay)} – {Moments.Day(d.ToDay)}"))]),
        ];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var before = ChinaTime.DayOf(RetentionRules.Of(Rule, today).Before(clock.GetUtcNow()));
        return await TermsOf(personId).AnyAsync(p => Terms.NotOver(p.LastDay, before), cancel) ? [ErasureObstacle.PublicRecord] : [];
    }

    // The rows of acts stay as they are, except for a name that the person's committee wrote down at a handover.
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var name = await db.Set<Person>().Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancel);
        await Hands(personId).Where(a => a.GivenBy == name).ExecuteUpdateAsync(a => a.SetProperty(x => x.GivenBy, erased.Words), cancel);
        await Hands(personId).Where(a => a.TakenBy == name).ExecuteUpdateAsync(a => a.SetProperty(x => x.TakenBy, erased.Words), cancel);
        await db.Set<BodyRecord>().Where(a => a.PersonId == personId && a.Note != null).ExecuteUpdateAsync(a => a.SetProperty(x => x.Note, (string?)null), cancel);
    }

    private IQueryable<PostHeld> TermsOf(Guid personId) => db.Set<PostHeld>().AsNoTracking().Where(p => p.PersonId == personId && Elected.Contains(p.Kind));

    // Handovers of the bodies in which the person served, where the person's name stands.
    private IQueryable<BodyRecord> Hands(Guid personId) => db.Set<BodyRecord>().Where(a =>
        db.Set<Person>().Any(p => p.Id == personId && (p.Name == a.GivenBy || p.Name == a.TakenBy))
        && db.Set<GoverningBody>().Any(b => b.Id == a.BodyId && db.Set<PostHeld>().Any(p => p.OrganisationId == b.OrganisationId && p.PersonId == personId)));

    private static string Last(DateOnly? day) => day is { } last ? Moments.Day(last) : string.Empty;

    private string Kept(DateOnly? last) => last is not { } day
        ? texts["Held.KeptWhileHeld"]
        : texts["Held.KeptUntil", Moments.Day(ChinaTime.DayOf(RetentionRules.Of(Rule, ChinaTime.DayOf(clock.GetUtcNow())).Until(ChinaTime.At(day, TimeOnly.MinValue))))];
}
