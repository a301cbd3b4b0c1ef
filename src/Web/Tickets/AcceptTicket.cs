using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>受理: whoever was asked first takes the ticket, stays answerable for it, and says what it is and how pressing.</summary>
internal sealed class AcceptTicket(TicketDesk desk, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Category { get; init; }

        public required Urgency? Urgency { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Accept, context, open =>
        {
            List<Refusal> refusals = [];
            var category = TicketCategory.Find(input.Category);
            if (category is null)
            {
                refusals.Add(string.IsNullOrWhiteSpace(input.Category) ? new CategoryIsMissing() : new CategoryIsUnknown());
            }

            if (input.Urgency is not { } urgency || !Enum.IsDefined(urgency))
            {
                urgency = default;
                refusals.Add(new UrgencyIsMissing());
            }

            if (refusals.Count > 0)
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(refusals));
            }

            var ticket = open.Ticket;
            (ticket.Category, ticket.Kind, ticket.Urgency) = (category!.Code, category.Kind, urgency);
            // The clock has run since the report; only its length follows the urgency.
            (ticket.ServiceLevel, ticket.ContactDueAt, ticket.ResolveDueAt) = deadlines.Of(urgency, ticket.ReceivedAt);
            (ticket.AcceptedBy, ticket.AcceptedAt) = (context.Actor.PersonId, context.At);
            // 首接: whose dispatcher takes it leads it.
            ticket.LeadOrganisationId = context.Actor.Capacity?.OrganisationId;
            desk.Tell(open, context, "TicketAccepted", ticket.ReporterId);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new()));
        }, cancel);
}
