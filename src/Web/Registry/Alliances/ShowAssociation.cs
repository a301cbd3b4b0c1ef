using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>An association: its duties, officers and members.</summary>
public sealed record AssociationView
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required PlaceLink Place { get; init; }

    public DateOnly? FoundedOn { get; init; }

    public string? Purpose { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>To be sent back with a change.</summary>
    public required uint Version { get; init; }

    public required DutySet Duties { get; init; }

    public required IReadOnlyList<PostView> Officers { get; init; }

    /// <summary>Members today first, then those who left.</summary>
    public required IReadOnlyList<MemberView> Members { get; init; }

    /// <summary>May keep its books.</summary>
    public required bool MayKeep { get; init; }

    /// <summary>May appoint its officers.</summary>
    public required bool MayAppoint { get; init; }
}

/// <summary>A member with the record of how it came in.</summary>
public sealed record MemberView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required bool IsPerson { get; init; }

    /// <summary>Kind of the organisation; null for a person.</summary>
    public OrganisationKind? Kind { get; init; }

    public required JoiningWay Way { get; init; }

    public required string DecidedBy { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesCast { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    public string? LeaveReason { get; init; }

    public required bool HasLeft { get; init; }
}

internal sealed class ShowAssociation(LinliDb db, TimeProvider clock)
{
    public async Task<AssociationView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from o in db.AssociationsSeenBy(actor).AsNoTracking()
            join place in db.Set<Place>() on o.PlaceId equals place.Id
            where o.Id == id
            select new { o, place }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var facts = await db.Set<Association>().AsNoTracking().FirstOrDefaultAsync(a => a.OrganisationId == id, cancel);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        return new AssociationView
        {
            Id = id,
            Kind = found.o.Kind,
            Name = found.o.Name,
            ShortName = found.o.ShortName,
            Place = new PlaceLink(found.place.Code, found.place.Name, found.place.Kind, Scope.Of(actor, Permission.ViewRegistry).Covers(found.place.Path)),
            FoundedOn = facts?.FoundedOn,
            Purpose = facts?.Purpose,
            EndedOn = found.o.EndedOn,
            Version = facts?.Version ?? 0,
            Duties = AssociationDuties.Of(found.o.Kind),
            Officers = await Officers(id, today, cancel),
            Members = await Members(id, today, cancel),
            MayKeep = found.o.EndedOn is null && Scope.Of(actor, Permission.ManageAlliances).Covers(found.place.Path),
            MayAppoint = found.o.EndedOn is null && Scope.Of(actor, Permission.ManageRegistry).Covers(found.place.Path),
        };
    }

    // The chair first, as the catalogue has them.
    private async Task<IReadOnlyList<PostView>> Officers(Guid id, DateOnly today, CancellationToken cancel)
    {
        var posts = await ShowOrganisation.Posts(db, db.Set<PostHeld>().Where(p => p.OrganisationId == id), today, cancel);
        var ranks = PostKinds.All.Index().ToDictionary(k => k.Item.Code, k => k.Index);
        return [.. posts.OrderBy(p => p.IsPast).ThenBy(p => ranks.GetValueOrDefault(p.Kind, int.MaxValue))];
    }

    private async Task<IReadOnlyList<MemberView>> Members(Guid id, DateOnly today, CancellationToken cancel)
    {
        var rows = await (
            from m in db.Set<AssociationMember>().AsNoTracking()
            join o in db.Set<Organisation>() on m.OrganisationId equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            join p in db.Set<Person>() on m.PersonId equals p.Id into people
            from p in people.DefaultIfEmpty()
            where m.AssociationId == id
            orderby EF.Functions.Collate(o.Name ?? p.Name, NaturalOrder.Collation), m.JoinedOn
            select new { m, OrganisationName = (string?)o.Name, Kind = (OrganisationKind?)o.Kind, PersonName = (string?)p.Name }).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new MemberView
            {
                Id = r.m.Id,
                Name = r.OrganisationName ?? r.PersonName!,
                IsPerson = r.m.PersonId is not null,
                Kind = r.Kind,
                Way = r.m.Way,
                DecidedBy = r.m.DecidedBy,
                DecidedOn = r.m.DecidedOn,
                VotesFor = r.m.VotesFor,
                VotesCast = r.m.VotesCast,
                JoinedOn = r.m.JoinedOn,
                LeftOn = r.m.LeftOn,
                LeaveReason = r.m.LeaveReason,
                HasLeft = r.m.LeftOn < today,
            }).OrderBy(m => m.HasLeft).ThenBy(m => m.IsPerson).ThenBy(m => m.Kind),
        ];
    }
}
