using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Alliances;

/// <summary>What associations and agreements hold about a person: membership, signatures, proofs given and checked.</summary>
internal sealed class AlliancesHolder(LinliDb db, IErasedPeople erased, IStringLocalizer<AlliancesTexts> texts) : IPersonalDataHolder
{
    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var members = await (
            from m in db.Set<AssociationMember>().AsNoTracking() join o in db.Set<Organisation>() on m.AssociationId equals o.Id
            where m.PersonId == personId orderby m.JoinedOn descending select new { m, o.Name }).ToListAsync(cancel);
        var signed = await db.Set<Agreement>().AsNoTracking().Where(a => a.FirstSignedBy == personId || a.SecondSignedBy == personId)
            .OrderByDescending(a => a.StartsOn).ToListAsync(cancel);
        var proofs = await (
            from f in db.Set<Fulfilment>().AsNoTracking() join c in db.Set<CommitmentMade>() on f.CommitmentId equals c.Id
            where f.ProvedBy == personId || f.CheckedBy == personId orderby f.ProvedAt descending select new { f, c.Promise }).Take(500).ToListAsync(cancel);
        return
        [
            new HeldCategory(texts["Held.Members"], "registry.association_members", [.. members.Select(x => new HeldItem(x.Name, string.Join(" · ", new[]
            {
                texts[$"Way.{x.m.Way}"], x.m.DecidedBy, $"{Moments.Day(x.m.JoinedOn)} – {(x.m.LeftOn is { } left ? Moments.Day(left) : string.Empty)}", x.m.LeaveReason,
            }.Where(part => !string.IsNullOrEmpty(part)))))]),
            new HeldCategory(texts["Held.Signed"], "registry.agreements", [.. signed.Select(a => a.FirstSignedBy == personId
                ? new HeldItem(a.Title, a.FirstSignedAs, a.FirstSignedAt) : new HeldItem(a.Title, a.SecondSignedAs, a.SecondSignedAt))]),
            new HeldCategory(texts["Held.Proofs"], "registry.fulfilments", [.. proofs.Select(x => x.f.ProvedBy == personId
                ? new HeldItem(x.Promise, $"{x.f.ProvedAs} · {x.f.Report}", x.f.ProvedAt) : new HeldItem(x.Promise, $"{x.f.CheckedAs} · {x.f.Note}", x.f.CheckedAt))]),
        ];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) =>
        await db.Set<AssociationMember>().AnyAsync(m => m.PersonId == personId && m.LeftOn == null, cancel) ? [ErasureObstacle.Membership] : [];

    // Signatures and memberships are the bodies' records and stay, pointing to nobody; what the person wrote in own words goes.
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Set<AssociationMember>().Where(m => m.PersonId == personId && m.LeaveReason != null).ExecuteUpdateAsync(m => m.SetProperty(x => x.LeaveReason, (string?)null), cancel);
        await db.Set<Fulfilment>().Where(f => f.ProvedBy == personId).ExecuteUpdateAsync(f => f.SetProperty(x => x.Report, erased.Words), cancel);
        await db.Set<Fulfilment>().Where(f => f.CheckedBy == personId && f.Note != null).ExecuteUpdateAsync(f => f.SetProperty(x => x.Note, (string?)null), cancel);
    }
}
