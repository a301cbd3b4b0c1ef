using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Domain.Tickets.Handling;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>One line of an old system's history.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Ticket">The old system's number of the ticket.</param>
/// <param name="At">When it happened.</param>
/// <param name="Event">What happened: RECEIVED, DISPATCHED, CONTACTED …</param>
/// <param name="Actor">Who did it, as the old system says.</param>
/// <param name="Details">What else it says, by key.</param>
internal sealed record EventRow(int Line, string Ticket, DateTimeOffset At, string Event, string Actor, IReadOnlyDictionary<string, string> Details)
{
    private static readonly Dictionary<string, ExclusionReason> Reasons = new(StringComparer.Ordinal)
    {
        ["WRONG_DISPATCH"] = ExclusionReason.WrongDispatch, ["OUT_OF_LAW"] = ExclusionReason.OutOfLaw, ["NO_VALID_ANSWER"] = ExclusionReason.NoValidAnswer,
    };

    /// <summary>What the rates see of it; null where they see nothing.</summary>
    public TicketEvent? Told => Event switch
    {
        "CONTACTED" => new ReporterCalled(At, Details["result"] == "REACHED"),
        "REVISITED" => new ReporterAnswered(At, Solved, Satisfaction),
        "REOPENED" => new TicketReopened(At),
        "RETURN_ACCEPTED" => new ReturnAccepted(At),
        "EXCLUSION_REQUESTED" => new ExclusionRequested(At, Actor, Reasons[Details["reason"]]),
        "EXCLUSION_APPROVED" => new ExclusionApproved(At, Actor),
        "EXCLUSION_REJECTED" => new ExclusionRejected(At, Actor),
        _ => null,
    };

    public bool? Solved => Details.GetValueOrDefault("solved") switch { "YES" => true, "NO" => false, _ => null };

    public Satisfaction? Satisfaction => Details.GetValueOrDefault("satisfaction") switch
    {
        "SATISFIED" => Domain.Tickets.Satisfaction.Satisfied,
        "BASIC" => Domain.Tickets.Satisfaction.Basic,
        "DISSATISFIED" => Domain.Tickets.Satisfaction.Dissatisfied,
        _ => null,
    };

    public PauseReason WaitsFor => Details.GetValueOrDefault("reason") == "MATERIAL" ? PauseReason.Material : PauseReason.Resident;

    public Urgency Urgency => Enum.Parse<Urgency>(Details["kind"], ignoreCase: true);

    public TicketCategory Category => TicketCategory.Find(Details.GetValueOrDefault("category", "other"))!;

    /// <summary>The detail that is missing or not understood; null when all is well.</summary>
    public string? WrongDetail => Event switch
    {
        "RECEIVED" => !Known("kind", "EMERGENCY", "URGENT", "NORMAL", "COMPLEX") ? "kind"
            : !Details.ContainsKey("compound") ? "compound"
            : TicketCategory.Find(Details.GetValueOrDefault("category", "other")) is null ? "category"
            : TicketTexts.Place.Check(Details.GetValueOrDefault("place")).IsRefused ? "place"
            : TicketTexts.Comment.Check(Details.GetValueOrDefault("text")).IsRefused ? "text" : null,
        "CONTACTED" => Known("result", "REACHED", "NO_ANSWER") ? null : "result",
        "REVISITED" => !Known("solved", "YES", "NO", "NONE") ? "solved" : Known("satisfaction", "SATISFIED", "BASIC", "DISSATISFIED", "NONE") ? null : "satisfaction",
        "EXCLUSION_REQUESTED" => Reasons.ContainsKey(Details.GetValueOrDefault("reason", string.Empty)) ? null : "reason",
        _ => null,
    };

    private bool Known(string key, params ReadOnlySpan<string> values) => values.Contains(Details.GetValueOrDefault(key, string.Empty));
}
