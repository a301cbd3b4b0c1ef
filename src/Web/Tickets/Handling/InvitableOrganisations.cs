using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Handling;

/// <summary>An organisation that may be asked for its part.</summary>
public sealed record InvitableOrganisation(Guid OrganisationId, string Name);

/// <summary>Who may be asked to help with a ticket: organisations of which somebody here may see it; property, committee, branch, community and above.</summary>
internal sealed class InvitableOrganisations(IPosts posts)
{
    public async Task<IReadOnlyList<InvitableOrganisation>> Execute(TicketView ticket, Actor actor, CancellationToken cancel) =>
        ticket.OpenActs.Contains(TicketAct.InviteParty) && !(Scope.Of(actor, Permission.AssignTickets).IsNothing && Scope.Of(actor, Permission.HandleTickets).IsNothing)
            ? [.. (await Holders(posts, ticket.CompoundId, ticket.LeadOrganisationId, cancel)).DistinctBy(h => h.OrganisationId).Select(h => new InvitableOrganisation(h.OrganisationId, h.OrganisationName))]
            : [];

    public static async Task<IReadOnlyList<PostHolder>> Holders(IPosts posts, Guid compound, Guid? lead, CancellationToken cancel) =>
        [.. (await posts.HoldersAt(compound, Permission.ViewTickets, cancel)).Where(holder => holder.OrganisationId != lead)];
}
