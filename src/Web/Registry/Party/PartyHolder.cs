using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Party;

/// <summary>What Party organisations hold about a member: to which one the person belonged, since when and on what paper.</summary>
internal sealed class PartyHolder(LinliDb db, IStringLocalizer<PartyTexts> texts) : IPersonalDataHolder
{
    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var rows = await (
            from m in db.Set<PartyMembership>().AsNoTracking() join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
            where m.PersonId == personId orderby m.Since descending, m.Id
            select new { m, o.Name }).ToListAsync(cancel);
        return [new HeldCategory(texts["Held.Memberships"], "registry.party_memberships", [.. rows.Select(row => new HeldItem(row.Name, Words(row.m)))])];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) =>
        await db.Set<PartyMembership>().AnyAsync(m => m.PersonId == personId && m.Until == null, cancel) ? [ErasureObstacle.Membership] : [];

    // That there was a member stays for the figures; papers and reasons that tell who it was go.
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel) =>
        await db.Set<PartyMembership>().Where(m => m.PersonId == personId).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.Basis, (string?)null).SetProperty(x => x.EndReason, (string?)null)
                .SetProperty(x => x.FullSince, (DateOnly?)null).SetProperty(x => x.FullMeeting, (string?)null), cancel);

    private string Words(PartyMembership m) => string.Join(" · ", new[]
    {
        texts[$"MembershipWay.{m.Way}"], texts[$"MemberStanding.{m.Standing}"], $"{Moments.Day(m.Since)} – {(m.Until is { } until ? Moments.Day(until) : string.Empty)}",
        m.FullSince is { } full ? $"{texts["FullSince"]} {Moments.Day(full)} {m.FullMeeting}" : null, m.Basis, m.EndReason,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
