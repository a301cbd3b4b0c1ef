using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.FollowUp.Store;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>Rows of steps that people take.</summary>
internal static class FollowUpSteps
{
    /// <summary>A new one, counted on within the round; who takes it is answerable for it.</summary>
    public static FollowUpEntry ByPerson(
        TicketDesk.Open open, FollowUpKind kind, string code, IEnumerable<FollowUpEntry> before, FollowUpLadder ladder, ProcessContext context) => new()
    {
        Id = context.RequestId, TicketId = open.Ticket.Id, Round = open.Ticket.TimesReopened, Step = code, Kind = kind,
        Nth = 1 + before.Count(step => step.Round == open.Ticket.TimesReopened && step.Step == code), DueAt = context.At, At = context.At, Rules = ladder.Version,
        TakenBy = context.Actor.PersonId, AnswerableId = context.Actor.PersonId, AnswerableFor = context.Actor.Capacity?.OrganisationId, AnsweredBy = context.Actor.PersonId, AnsweredAt = context.At,
    };
}
