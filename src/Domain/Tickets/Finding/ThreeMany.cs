namespace Linli.Domain.Tickets.Finding;

/// <summary>"三多" (人民日报 on 西岸观邸): what there was too much of, and what is to become less.</summary>
public enum ThreeMany
{
    /// <summary>业主投诉.</summary>
    Complaints,

    /// <summary>矛盾纠纷.</summary>
    Disputes,

    /// <summary>治安案件.</summary>
    Security,
}

/// <summary>Under which of the 三多 a ticket counts.</summary>
public static class ThreeManyRule
{
    /// <summary>The one, or null when it counts under none.</summary>
    /// <param name="kind">What its reporter wants.</param>
    /// <param name="top">Code of its first-level category.</param>
    /// <param name="rules">The rule.</param>
    public static ThreeMany? Of(TicketKind kind, string top, ThreeManySettings rules) =>
        rules.SecurityCategories.Contains(top) ? ThreeMany.Security
        : rules.Disputes.Contains(kind) ? ThreeMany.Disputes
        : rules.Complaints.Contains(kind) ? ThreeMany.Complaints : null;
}
