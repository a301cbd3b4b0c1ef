using Linli.Domain.Tickets.Categories;

namespace Linli.Domain.Tickets;

/// <summary>What a reporter wants (requirements C1).</summary>
public enum TicketKind
{
    /// <summary>报修.</summary>
    Repair,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>建议.</summary>
    Suggestion,

    /// <summary>求助.</summary>
    Help,

    /// <summary>隐患.</summary>
    Hazard,

    /// <summary>纠纷.</summary>
    Dispute,
}

/// <summary>
/// A subject that a ticket can have. The catalogue is data (<c>ticket-categories.json</c>) that a place may adapt; titles of what comes
/// with the product stand in the resources under <c>TicketCategory.&lt;code&gt;</c>.
/// </summary>
/// <param name="Code">Stable code, stored with the ticket.</param>
/// <param name="Kind">What its reporters want.</param>
/// <param name="Suggested">The urgency offered to the dispatcher, who decides.</param>
public sealed record TicketCategory(string Code, TicketKind Kind, Urgency Suggested)
{
    /// <summary>All subjects that come with the product, each followed by those below it.</summary>
    public static IReadOnlyList<TicketCategory> All => CategoryTree.BuiltIn.All;

    /// <summary>Code of the subject above; null on the first level.</summary>
    public string? Parent { get; init; }

    /// <summary>Who has to see to it.</summary>
    public ResponsibleParty Responsible { get; init; } = ResponsibleParty.PropertyCompany;

    /// <summary>Name of the icon of a first-level subject, or null.</summary>
    public string? Icon { get; init; }

    /// <summary>Whether a reporter is offered it at once; the rest is for the dispatcher.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Whether it leads to mediation (民间纠纷, 人民调解法).</summary>
    public bool IsMediated { get; init; }

    /// <summary>The name that a place gave it; null where the product's title stands.</summary>
    public string? Name { get; init; }

    /// <summary>Limits until the first contact beside that of the urgency; the earliest due moment holds.</summary>
    public IReadOnlyList<Limit> ContactLimits { get; init; } = [];

    /// <summary>Limits until the result beside that of the urgency; the earliest due moment holds.</summary>
    public IReadOnlyList<Limit> ResolveLimits { get; init; } = [];

    /// <summary>Mark of the local rules that changed its limits, as <c>@3</c>; null without.</summary>
    public string? LocalMark { get; init; }

    /// <summary>The key of the title in the resources.</summary>
    public string TitleKey => $"TicketCategory.{Code}";

    /// <summary>The subject with the code among those that come with the product, or null.</summary>
    public static TicketCategory? Find(string? code) => CategoryTree.BuiltIn.Find(code);
}
