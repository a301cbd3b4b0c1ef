using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets.Handling;

/// <summary>An organisation that may be asked for its part.</summary>
public sealed record InvitableOrganisation(Guid OrganisationId, string Name);

/// <summary>What the forms of handling offer to choose from; nothing, when the act is not open to the actor now.</summary>
internal sealed class HandlingChoices(LinliDb db, IPosts posts)
{
    /// <summary>Organisations of which somebody here may see the ticket: property, committee, branch, community and above; the lead unit left out.</summary>
    public async Task<IReadOnlyList<InvitableOrganisation>> Organisations(TicketView ticket, Actor actor, CancellationToken cancel) =>
        Handles(actor) && ticket.OpenActs.Contains(TicketAct.InviteParty)
            ? [.. (await Holders(posts, ticket.CompoundId, ticket.LeadOrganisationId, cancel)).DistinctBy(h => h.OrganisationId).Select(h => new InvitableOrganisation(h.OrganisationId, h.OrganisationName))]
            : [];

    /// <summary>The levels that a whistle of the actor can call.</summary>
    public async Task<IReadOnlyList<WhistleTarget>> Levels(TicketView ticket, Actor actor, CancellationToken cancel) =>
        Handles(actor) && ticket.OpenActs.Contains(TicketAct.Whistle) ? await WhistleTargets.Of(db, posts, ticket.Id, ticket.CompoundId, actor, cancel) : [];

    public static async Task<IReadOnlyList<PostHolder>> Holders(IPosts posts, Guid compound, Guid? lead, CancellationToken cancel) =>
        [.. (await posts.HoldersAt(compound, Permission.ViewTickets, cancel)).Where(holder => holder.OrganisationId != lead)];

    private static bool Handles(Actor actor) => !Scope.Of(actor, Permission.AssignTickets).IsNothing || !Scope.Of(actor, Permission.HandleTickets).IsNothing;
}
