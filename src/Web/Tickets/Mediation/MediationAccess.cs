using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Mediation.Store;
using Npgsql;

namespace Linli.Web.Tickets.Mediation;

/// <summary>
/// The one place that decides who sees a case: its mediators, as long as they hold the post, and its parties their own side. Nobody
/// else, however far a post reaches: to dispatchers, the subdistrict and the platform's administrators there is no such case.
/// </summary>
internal static class MediationAccess
{
    /// <summary>The kinds of posts whose holders mediate.</summary>
    public static readonly string[] MediatorKinds = [.. PostKinds.All.Where(kind => kind.Gives(Permission.Mediate)).Select(kind => kind.Code)];

    /// <summary>An open case that no mediator in office has; over the alias c, with today as @today and the kinds as @kinds.</summary>
    public const string HasNoMediator = """
        c.state <> 'Closed' and not exists (
          select from tickets.mediation_mediators m
            join registry.posts po on po.person_id = m.person_id and po.kind = any(@kinds) and registry.holds(po.starts_on, po.last_day, @today)
            join registry.places pp on pp.id = po.place_id and left(p.path, length(pp.path)) = pp.path
           where m.case_id = c.id and m.until is null)
        """;

    /// <summary>Whether a party sees the case: a respondent hears of it when it is accepted. Over the aliases c and y.</summary>
    public const string PartySees = "(y.side = 'Applicant' or c.accepted_at is not null)";

    public static MediationRoles RolesOf(Actor actor, CaseFile file)
    {
        if (actor.IsSystem)
        {
            return MediationRoles.System;
        }

        var roles = MediationRoles.None;
        if (actor.May(Permission.ViewOwnTickets) && PartyOf(actor, file) is { } party)
        {
            roles |= MediationRoles.Party | (party.PersonId == file.Case.ApplicantId ? MediationRoles.Applicant : MediationRoles.None);
        }

        if (!Scope.Of(actor, Permission.Mediate).Covers(file.Compound))
        {
            return roles;
        }

        if (file.Mediators.Any(mediator => mediator.PersonId == actor.PersonId && mediator.Until is null))
        {
            roles |= MediationRoles.Mediator;
        }
        else if (file.InOffice.Count == 0 && file.Case.State != MediationState.Closed)
        {
            roles |= MediationRoles.Committee;
        }

        return roles;
    }

    /// <summary>The party that the actor is and whose side the actor may see by now.</summary>
    public static MediationParty? PartyOf(Actor actor, CaseFile file) =>
        file.Parties.FirstOrDefault(party => party.PersonId == actor.PersonId && (party.Side == PartySide.Applicant || file.Case.AcceptedAt is not null));

    /// <summary>Binds what <see cref="HasNoMediator"/> asks for.</summary>
    public static void Bind(NpgsqlParameterCollection parameters, DateTimeOffset now)
    {
        parameters.AddWithValue("kinds", MediatorKinds);
        parameters.AddWithValue("today", ChinaTime.DayOf(now));
    }
}

/// <summary>A case with those who belong to it.</summary>
internal sealed record CaseFile
{
    public required MediationCase Case { get; init; }

    public required PlacePath Compound { get; init; }

    public required string CompoundName { get; init; }

    public required List<MediationParty> Parties { get; init; }

    /// <summary>Those who stood aside too.</summary>
    public required List<CaseMediator> Mediators { get; init; }

    /// <summary>People who hold a mediator's post for the compound today.</summary>
    public required IReadOnlySet<Guid> Committee { get; init; }

    /// <summary>The case's mediators who still hold the post.</summary>
    public IReadOnlyList<CaseMediator> InOffice => [.. Mediators.Where(mediator => mediator.Until is null && Committee.Contains(mediator.PersonId))];
}
