using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>What an actor is to the supervision of a ticket.</summary>
internal static class FollowUpAccess
{
    /// <summary>Either opens the list: supervisors see their area, leaders of a unit theirs.</summary>
    public const Permission Any = Permission.Supervise | Permission.ApproveExtensions;

    public static Scope ScopeOf(Actor actor) => Scope.Of(actor, actor.May(Permission.Supervise) ? Permission.Supervise : Permission.ApproveExtensions);

    /// <summary>Supervisor where the post supervises the compound; answerable where a card waits for this person, or for whoever leads the unit now.</summary>
    public static TicketRoles RolesOf(Actor actor, PlacePath compound, Guid[] cardsOf) =>
        (Scope.Of(actor, Permission.Supervise).Covers(compound) ? TicketRoles.Supervisor : TicketRoles.None)
        | ((cardsOf.Contains(actor.PersonId) || (UnitOf(actor) is { } unit && cardsOf.Contains(unit))) && ScopeOf(actor).Covers(compound) ? TicketRoles.Answerable : TicketRoles.None);

    /// <summary>The unit for which the actor may answer cards that were given to somebody else of it; null when none.</summary>
    public static Guid? UnitOf(Actor actor) => actor.May(Permission.Supervise) || actor.May(Permission.ApproveExtensions) ? actor.Capacity?.OrganisationId : null;

    /// <summary>Whether the actor's post takes this step, as the ladder says.</summary>
    public static bool Takes(Actor actor, PersonalStepRule rule) => actor.Capacity?.PostKind is { } kind && rule.By.Contains(kind);
}
