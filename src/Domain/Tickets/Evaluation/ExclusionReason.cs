namespace Linli.Domain.Tickets.Evaluation;

/// <summary>Why a ticket is to be left out of the rates (domain.md §5, exclusions; rules of the rates data).</summary>
public enum ExclusionReason
{
    /// <summary>错派: it was returned and the return was accepted.</summary>
    WrongDispatch,

    /// <summary>诉求不合法: what is asked for lies outside the law.</summary>
    OutOfLaw,

    /// <summary>未取得有效评价: the reporter could not be asked, or gave no valid answer.</summary>
    NoValidAnswer,
}

/// <summary>Out of which rates a ticket is taken; the larger goes before the smaller.</summary>
public enum ExclusionScope
{
    /// <summary>Out of none.</summary>
    None,

    /// <summary>Out of resolution and satisfaction (REVISIT).</summary>
    Revisit,

    /// <summary>Out of all three.</summary>
    All,
}
