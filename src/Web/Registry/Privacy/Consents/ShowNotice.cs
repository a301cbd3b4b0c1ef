using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Consents;

/// <summary>The notice with who handles the data at the reader's place.</summary>
/// <param name="Notice">The version that holds.</param>
/// <param name="Handlers">Who handles the data: the operator, and the bodies of the reader's compound.</param>
/// <param name="ReadAt">When the reader read this version; null when not yet.</param>
internal sealed record NoticeView(PrivacyNotice Notice, IReadOnlyList<Body> Handlers, DateTimeOffset? ReadAt);

/// <summary>The notice for anybody; signed in, with the own compound's bodies.</summary>
internal sealed class ShowNotice(LinliDb db, IBodies bodies, TimeProvider clock)
{
    public async Task<NoticeView> Execute(Actor? actor, CancellationToken cancel)
    {
        var notice = PrivacyNotices.On(ChinaTime.DayOf(clock.GetUtcNow()));
        var handlers = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Operator && o.EndedOn == null)
            .OrderBy(o => o.Name).Select(o => new Body(o.Kind, o.Name, null)).ToListAsync(cancel);
        if (actor?.Capacity is { IsHousehold: true } home)
        {
            handlers.AddRange(await bodies.Of(home.PlaceId, cancel));
        }

        var read = actor is null ? null : await db.Set<NoticeReading>().AsNoTracking()
            .SingleOrDefaultAsync(r => r.PersonId == actor.PersonId && r.Version == notice.Version, cancel);
        return new NoticeView(notice, handlers, read?.At);
    }
}
