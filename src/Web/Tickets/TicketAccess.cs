using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets;

/// <summary>
/// What an actor is to a ticket, and whether it may be seen: by its reporter, by the worker it is assigned to, and by those
/// whose post covers the compound. Neighbours are none of these.
/// </summary>
internal static class TicketAccess
{
    /// <summary>The rows an actor sees, over the aliases t (tickets) and p (the compound's place).</summary>
    public const string VisibleSql = "(p.path like @view or (t.reporter_id = @person and @own) or (t.assigned_to = @person and p.path like @handle))";

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

        return roles;
    }

    public static bool IsVisible(Actor actor, TicketRoles roles, PlacePath compound) =>
        roles != TicketRoles.None || Scope.Of(actor, Permission.ViewTickets).Covers(compound);

    /// <summary>The parameters of <see cref="VisibleSql"/>.</summary>
    public static void AddVisibility(this Npgsql.NpgsqlParameterCollection parameters, Actor actor)
    {
        parameters.AddWithValue("person", actor.PersonId);
        parameters.AddWithValue("own", actor.May(Permission.ViewOwnTickets));
        parameters.Add(Pattern("view", Scope.Of(actor, Permission.ViewTickets)));
        parameters.Add(Pattern("handle", Scope.Of(actor, Permission.HandleTickets)));
    }

    private static Npgsql.NpgsqlParameter Pattern(string name, Scope scope) =>
        new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)scope.SqlPattern ?? DBNull.Value };
}
