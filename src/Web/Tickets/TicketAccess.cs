using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.FollowUp;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Store;
using Npgsql;

namespace Linli.Web.Tickets;

/// <summary>
/// What an actor is to a ticket, and whether it may be seen: by its reporter, by the worker it is assigned to or who may take it, and
/// by those whose post covers the compound. Neighbours are none of these.
/// </summary>
internal static class TicketAccess
{
    public static TicketRoles RolesOf(Actor actor, Guid reporterId, Guid? assignedTo, PlacePath compound)
    {
        if (actor.IsSystem)
        {
            return TicketRoles.System;
        }

        var roles = TicketRoles.None;
        if (reporterId == actor.PersonId && actor.May(Permission.ViewOwnTickets))
        {
            roles |= TicketRoles.Reporter;
        }

        if (Scope.Of(actor, Permission.AcceptTickets).Covers(compound))
        {
            roles |= TicketRoles.Dispatcher;
        }

        if (assignedTo == actor.PersonId && Scope.Of(actor, Permission.HandleTickets).Covers(compound))
        {
            roles |= TicketRoles.Handler;
        }

        if (Scope.Of(actor, Permission.MakeReturnVisits).Covers(compound))
        {
            roles |= TicketRoles.Visitor;
        }

        return roles;
    }

    /// <summary>The same with what is open about the ticket: a post can be the one who decides, answers, or may take it.</summary>
    public static TicketRoles RolesOf(Actor actor, Ticket ticket, PlacePath compound, TicketSituation situation)
    {
        var roles = RolesOf(actor, ticket.ReporterId, ticket.AssignedTo, compound);
        if (actor.IsSystem || actor.Capacity is not { IsHousehold: false } capacity)
        {
            return roles;
        }

        if (ticket is { AssignedTo: null, State: TicketState.Accepted } && capacity.OrganisationId is { } own && own == ticket.LeadOrganisationId && Scope.Of(actor, Permission.HandleTickets).Covers(compound))
        {
            roles |= TicketRoles.Worker;
        }

        if (situation.IsParty && Scope.Of(actor, Permission.ViewTickets).Covers(compound))
        {
            roles |= TicketRoles.Party;
        }

        if (situation.Calls(actor) && Scope.Of(actor, Permission.AnswerWhistles).Covers(compound))
        {
            roles |= TicketRoles.Responder;
        }

        if (situation.ReturnAskedBy is { } asked && asked != actor.PersonId && situation.ReturnAskedForUnit != (capacity.OrganisationId ?? Guid.Empty)
            && Scope.Of(actor, Permission.AssignTickets).Covers(compound))
        {
            roles |= TicketRoles.Adjudicator;
        }

        if (situation.ExtensionAskedBy is { } wants && wants != actor.PersonId && Scope.Of(actor, Permission.ApproveExtensions).Covers(compound))
        {
            roles |= TicketRoles.Approver;
        }

        return roles | FollowUpAccess.RolesOf(actor, compound, situation.CardsOf);
    }

    /// <summary>Whether the ticket is shown as its residents see it: to households, and to whoever reported it, whatever post is held besides.</summary>
    public static bool AsResident(Actor actor, Guid reporterId) => !actor.IsSystem && (reporterId == actor.PersonId || actor.Capacity is not { IsHousehold: false });

    public static bool IsVisible(Actor actor, TicketRoles roles, PlacePath compound) =>
        roles != TicketRoles.None || Scope.Of(actor, Permission.ViewTickets).Covers(compound);

    /// <summary>
    /// The condition for the rows that an actor sees, over the alias t, with its parameters. It names only the ways that are
    /// open to the actor, so that each is answered from an index.
    /// </summary>
    public static string VisibleSql(Actor actor, NpgsqlParameterCollection parameters)
    {
        var ways = new List<string>();
        parameters.AddWithValue("person", actor.PersonId);
        if (Scope.Of(actor, Permission.ViewTickets).SqlPattern is { } view)
        {
            parameters.AddWithValue("view", view);
            ways.Add("t.compound_id in (select id from registry.places where path like @view and kind = 'Compound')");
        }

        if (Scope.Of(actor, Permission.HandleTickets).SqlPattern is { } handle)
        {
            parameters.AddWithValue("handle", handle);
            ways.Add("(t.assigned_to = @person and p.path like @handle)");
            // Whoever sees all of the place sees these too; one way less for the planner.
            if (Scope.Of(actor, Permission.ViewTickets).IsNothing && actor.Capacity?.OrganisationId is { } organisation)
            {
                parameters.AddWithValue("organisation", organisation);
                ways.Add("(t.lead_organisation_id = @organisation and t.state = 'Accepted' and t.assigned_to is null and p.path like @handle)");
            }
        }

        if (actor.May(Permission.ViewOwnTickets))
        {
            ways.Add("t.reporter_id = @person");
        }

        return ways.Count == 0 ? "false" : $"({string.Join(" or ", ways)})";
    }
}
