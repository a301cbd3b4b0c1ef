using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Which associations a list is about; what is not said does not narrow it.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="State">Those that work, those with a duty nobody worked on this year, or those that have ended.</param>
/// <param name="Place">Part of the name of the place or of the association.</param>
public sealed record AssociationFilter(OrganisationKind? Kind = null, AssociationStanding? State = null, string? Place = null);

/// <summary>How an association stands in lists.</summary>
public enum AssociationStanding
{
    /// <summary>Exists.</summary>
    Open,

    /// <summary>Exists and has a duty without an activity this year.</summary>
    DutiesOpen,

    /// <summary>Has ended.</summary>
    Ended,
}

/// <summary>Which agreements a list is about; what is not said does not narrow it.</summary>
/// <param name="State">As it stands today.</param>
/// <param name="Due">By what it needs somebody.</param>
/// <param name="Place">Part of the title, or of a party's name.</param>
/// <param name="WithoutLapsed">Leaves out those whose renewal lapsed, because they are listed apart.</param>
public sealed record AgreementFilter(AgreementState? State = null, AgreementDue? Due = null, string? Place = null, bool WithoutLapsed = false);

/// <summary>By what an agreement needs somebody.</summary>
public enum AgreementDue
{
    /// <summary>Ends within the time of warning, and nothing follows it yet.</summary>
    EndsSoon,

    /// <summary>Is over, and no agreement follows: the renewal was let lapse.</summary>
    RenewalLapsed,

    /// <summary>A promise is past its day without proof.</summary>
    PromiseOverdue,
}

internal static class AllianceFilters
{
    public static IQueryable<Organisation> Matching(this IQueryable<Organisation> associations, LinliDb db, AssociationFilter filter, DateOnly today)
    {
        var (first, last) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var text = Text(filter.Place);
        var (alliance, committees, companies) = (DutiesOf(OrganisationKind.Alliance), DutiesOf(OrganisationKind.CommitteeAssociation), DutiesOf(OrganisationKind.CompanyAssociation));
        var narrowed = associations
            .Where(o => filter.Kind == null || o.Kind == filter.Kind)
            .Where(o => text == null || EF.Functions.ILike(o.Name, text) || db.Set<Place>().Any(p => p.Id == o.PlaceId && EF.Functions.ILike(p.Name, text)));
        return filter.State switch
        {
            AssociationStanding.Ended => narrowed.Where(o => o.EndedOn != null),
            AssociationStanding.Open => narrowed.Where(o => o.EndedOn == null),
            AssociationStanding.DutiesOpen => narrowed.Where(o => o.EndedOn == null
                && db.Set<AssociationActivity>().Where(a => a.AssociationId == o.Id && a.HeldOn >= first && a.HeldOn <= last).Select(a => a.Duty).Distinct().Count()
                    < (o.Kind == OrganisationKind.Alliance ? alliance : o.Kind == OrganisationKind.CommitteeAssociation ? committees : companies)),
            _ => narrowed,
        };
    }

    /// <summary>By the state that holds on the day, whether or not the job has run (as <see cref="AgreementFlow.On"/>).</summary>
    public static IQueryable<Agreement> Matching(this IQueryable<Agreement> agreements, LinliDb db, AgreementFilter filter, DateOnly today)
    {
        var near = today.AddDays(AgreementLeadTimes.On(today).ExpiringDaysBefore);
        var text = Text(filter.Place);
        var narrowed = agreements.Where(a => text == null || EF.Functions.ILike(a.Title, text)
            || db.Set<Organisation>().Any(o => (o.Id == a.FirstPartyId || o.Id == a.SecondPartyId) && EF.Functions.ILike(o.Name, text)));
        narrowed = filter.State switch
        {
            null => narrowed,
            AgreementState.Draft or AgreementState.Terminated => narrowed.Where(a => a.State == filter.State),
            AgreementState.Signed => Running(narrowed).Where(a => a.StartsOn > today),
            AgreementState.InForce => Running(narrowed).Where(a => a.StartsOn <= today && a.EndsOn > near),
            AgreementState.Expiring => Running(narrowed).Where(a => a.StartsOn <= today && a.EndsOn <= near && a.EndsOn >= today),
            _ => Running(narrowed).Where(a => a.EndsOn < today),
        };
        narrowed = filter.Due switch
        {
            AgreementDue.EndsSoon => NotFollowed(Running(narrowed), db).Where(a => a.StartsOn <= today && a.EndsOn <= near && a.EndsOn >= today),
            AgreementDue.RenewalLapsed => NotFollowed(Running(narrowed), db).Where(a => a.EndsOn < today),
            AgreementDue.PromiseOverdue => Running(narrowed).Where(a => db.Set<CommitmentMade>().Any(c => c.AgreementId == a.Id && c.DueOn < today
                && !db.Set<Fulfilment>().Any(f => f.CommitmentId == c.Id && f.Accepted != false))),
            _ => narrowed,
        };
        if (!filter.WithoutLapsed)
        {
            return narrowed;
        }

        var lapsed = NotFollowed(Running(agreements), db).Where(a => a.EndsOn < today).Select(a => a.Id);
        return narrowed.Where(a => !lapsed.Contains(a.Id));
    }

    // A draft that nobody signed follows nothing.
    private static IQueryable<Agreement> NotFollowed(IQueryable<Agreement> agreements, LinliDb db) =>
        agreements.Where(a => !db.Set<Agreement>().Any(next => next.RenewsId == a.Id && next.State != AgreementState.Draft && next.State != AgreementState.Terminated));

    private static IQueryable<Agreement> Running(IQueryable<Agreement> agreements) => agreements.Where(a => a.State != AgreementState.Draft && a.State != AgreementState.Terminated);

    private static int DutiesOf(OrganisationKind kind) => AssociationDuties.Of(kind).Duties.Count;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : $"%{LikeText.Escaped(text.Trim())}%";
}
