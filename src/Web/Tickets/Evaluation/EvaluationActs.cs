using Linli.Domain.Tickets;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>Steps of the timeline that other parts of tickets write and the rates read.</summary>
internal static class EvaluationActs
{
    /// <summary>退单成立: the adjudication found that the ticket was not the unit's.</summary>
    public const string ReturnAccepted = nameof(TicketAct.AcceptReturn);
}
