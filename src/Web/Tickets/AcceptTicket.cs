using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.TextHelp;

namespace Linli.Web.Tickets;

/// <summary>受理: whoever was asked first takes the ticket, stays answerable for it, and says what it is and how pressing.</summary>
internal sealed class AcceptTicket(TicketDesk desk, TicketDeadlines deadlines, IPlaces places, CategoryBook categories, NoteSuggestion suggestion)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Category { get; init; }

        public required Urgency? Urgency { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Accept, context, async open =>
        {
            var ticket = open.Ticket;
            var tree = categories.At(await places.PathOf(ticket.CompoundId, cancel) ?? PlacePath.Root);
            // What the reporter chose stays open even where the place has switched it off meanwhile.
            var chosen = input.Category == ticket.Category && tree.Find(ticket.Category) is { } reported ? reported : tree.Choose(input.Category);
            List<Refusal> refusals = [.. chosen.Refusals];
            if (input.Urgency is not { } urgency || !Enum.IsDefined(urgency))
            {
                urgency = default;
                refusals.Add(new UrgencyIsMissing());
            }

            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            var category = chosen.Value;
            suggestion.Note(ticket, category.Code, urgency, tree, context);
            (ticket.Category, ticket.Kind, ticket.Urgency) = (category.Code, category.Kind, urgency);
            // The clock has run since the report; only its length follows the urgency.
            (ticket.ServiceLevel, ticket.ContactDueAt, ticket.ResolveDueAt) = deadlines.Of(urgency, ticket.ReceivedAt, TicketLimits.Of(category));
            ticket.LocalLimits = TicketLimits.Of(category)?.ToString();
            // 首问: a clerk who took the call was asked first and stays answerable, whoever accepts.
            (ticket.AcceptedBy, ticket.AcceptedAt) = (ticket.AcceptedBy ?? context.Actor.PersonId, context.At);
            // 首接: whose dispatcher takes it leads it.
            ticket.LeadOrganisationId = context.Actor.Capacity?.OrganisationId;
            desk.Tell(open, context, "TicketAccepted", ticket.ReporterId);
            return Outcome<TicketDesk.Step>.Of(new());
        }, cancel);
}
