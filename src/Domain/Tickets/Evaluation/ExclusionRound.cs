using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>
/// A request to leave a ticket out of the rates, and what became of it: granted once two different people, neither of them the one
/// who asked, have approved; ended by a rejection or by the next request. Once granted nothing changes it.
/// </summary>
public sealed record ExclusionRound
{
    /// <summary>Why.</summary>
    public required ExclusionReason Reason { get; init; }

    /// <summary>Who asked.</summary>
    public required ExclusionWord Requested { get; init; }

    /// <summary>The first who approved.</summary>
    public ExclusionWord? First { get; init; }

    /// <summary>The second who approved, whereby it is granted.</summary>
    public ExclusionWord? Second { get; init; }

    /// <summary>Who ended it before it was granted.</summary>
    public ExclusionWord? Ended { get; init; }

    /// <summary>How it was ended.</summary>
    public ExclusionEnd? End { get; init; }

    /// <summary>Whether two others have approved.</summary>
    public bool IsGranted => Second is not null;

    /// <summary>Whether it still waits for a word.</summary>
    public bool IsOpen => Second is null && Ended is null;

    /// <summary>The round with one approval more, or why it does not count.</summary>
    public Outcome<ExclusionRound> Approve(ExclusionWord by) =>
        !IsOpen ? new ExclusionIsDecided()
        : by.Actor == Requested.Actor ? new RequesterMayNotApprove()
        : First is null ? this with { First = by }
        : by.Actor == First.Actor ? new ExclusionNeedsAnotherApprover()
        : this with { Second = by };

    /// <summary>The round ended by a rejection, or why that changes nothing.</summary>
    public Outcome<ExclusionRound> Reject(ExclusionWord by) =>
        IsOpen ? this with { Ended = by, End = ExclusionEnd.Rejected } : new ExclusionIsDecided();
}

/// <summary>Who said something about an exclusion, and when.</summary>
/// <param name="Actor">A stable name or id; two words of the same actor are one person's.</param>
/// <param name="At">When.</param>
public sealed record ExclusionWord(string Actor, DateTimeOffset At);

/// <summary>How a round ended without being granted.</summary>
public enum ExclusionEnd
{
    /// <summary>不同意.</summary>
    Rejected,

    /// <summary>The one who asked took it back.</summary>
    TakenBack,

    /// <summary>A new request took its place.</summary>
    Superseded,
}
