using Linli.Domain.Registry;

namespace Linli.Domain.Tickets.Handling;

/// <summary>Somebody who could be given a ticket.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="PostKind">Code of the post's kind.</param>
/// <param name="OrganisationId">Whom the person works for.</param>
/// <param name="OpenTickets">How many tickets lie with the person unfinished.</param>
public sealed record Candidate(Guid PersonId, string PostKind, Guid OrganisationId, long OpenTickets);

/// <summary>Whom to propose for a ticket: by place (nearest posts come first), unit, post and load. A design; the dispatcher decides.</summary>
public static class Dispatch
{
    /// <summary>The candidates, the proposed one first.</summary>
    /// <param name="candidates">Nearest first.</param>
    /// <param name="kind">What its reporter wants; null when the category is none of the catalogue.</param>
    /// <param name="lead">The unit that leads the ticket.</param>
    public static IReadOnlyList<Candidate> Ranked(IReadOnlyList<Candidate> candidates, TicketKind? kind, Guid? lead) =>
    [
        .. candidates.Select((candidate, distance) => (candidate, distance))
            .OrderByDescending(one => one.candidate.OrganisationId == lead)
            .ThenBy(one => SuitsBy(one.candidate.PostKind, kind))
            .ThenBy(one => one.candidate.OpenTickets)
            .ThenBy(one => one.distance)
            .Select(one => one.candidate),
    ];

    // Repairs and hazards go to who repairs; complaints about the service to who answers for the project; help to who knows the households.
    private static int SuitsBy(string post, TicketKind? kind)
    {
        string[] order = kind switch
        {
            TicketKind.Complaint or TicketKind.Suggestion => [PostKinds.ProjectLead.Code, PostKinds.GridWorker.Code, PostKinds.RepairWorker.Code],
            TicketKind.Help => [PostKinds.GridWorker.Code, PostKinds.ProjectLead.Code, PostKinds.RepairWorker.Code],
            _ => [PostKinds.RepairWorker.Code, PostKinds.ProjectLead.Code, PostKinds.GridWorker.Code],
        };
        var at = Array.IndexOf(order, post);
        return at < 0 ? order.Length : at;
    }
}
