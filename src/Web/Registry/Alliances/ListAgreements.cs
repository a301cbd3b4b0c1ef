using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>An agreement in a list.</summary>
public sealed record AgreementRowView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string FirstParty { get; init; }

    public required string SecondParty { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required AgreementState State { get; init; }

    /// <summary>Commitments past their day without proof.</summary>
    public required int Overdue { get; init; }

    /// <summary>Fulfilled of those that are due.</summary>
    public required FulfilmentRate Rate { get; init; }
}

/// <summary>The co-building agreements to be seen from here: what needs somebody first, what is over last.</summary>
internal sealed class ListAgreements(LinliDb db, TimeProvider clock)
{
    public const int PageSize = 30;

    public async Task<PageOf<AgreementRowView>> Execute(AgreementFilter filter, int at, Actor actor, CancellationToken cancel, int pageSize = PageSize)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var seen = db.AgreementsSeenBy(actor).AsNoTracking().Matching(db, filter, today);
        var total = await seen.CountAsync(cancel);
        var rows = await (
            from a in seen
            join first in db.Set<Organisation>() on a.FirstPartyId equals first.Id
            join second in db.Set<Organisation>() on a.SecondPartyId equals second.Id
            orderby a.State == AgreementState.Terminated, a.EndsOn < today, a.EndsOn, a.Id
            select new { a, First = first.ShortName, Second = second.ShortName }).Skip((Paging.At(at) - 1) * pageSize).Take(pageSize).ToListAsync(cancel);
        var facts = await AgreementFacts.Of(db, [.. rows.Select(r => r.a)], today, cancel);
        return new PageOf<AgreementRowView>(
            [
                .. rows.Select(r => new AgreementRowView
                {
                    Id = r.a.Id,
                    Title = r.a.Title,
                    FirstParty = r.First,
                    SecondParty = r.Second,
                    FirstDay = r.a.StartsOn,
                    LastDay = r.a.EndsOn,
                    State = AgreementDesk.StateOn(r.a, today),
                    Overdue = r.a.State == AgreementState.Draft ? 0 : facts[r.a.Id].Count(f => f.Standing == CommitmentStanding.Overdue),
                    Rate = r.a.State == AgreementState.Draft ? default : AgreementFacts.Rate(facts[r.a.Id]),
                }),
            ],
            total, Paging.At(at), Paging.Count(total, pageSize));
    }
}
