namespace Linli.Domain.Registry.Committees;

/// <summary>A term, first and last day included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct Term(DateOnly From, DateOnly To);

/// <summary>How far the filing of an election is.</summary>
public enum Filing
{
    /// <summary>Not filed.</summary>
    None,

    /// <summary>Filed, not answered.</summary>
    Filed,

    /// <summary>Answered.</summary>
    Answered,
}

/// <summary>A body as it stands: what its recorded acts have led to.</summary>
public sealed record Body
{
    /// <summary>What it is.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public required BodyState State { get; init; }

    /// <summary>Members it should have; null while none are elected.</summary>
    public int? Seats { get; init; }

    /// <summary>Its term; null before the first, and without end for some bodies.</summary>
    public Term? Term { get; init; }

    /// <summary>Members of those elected and not in office yet.</summary>
    public int? NextSeats { get; init; }

    /// <summary>Term of those elected and not in office yet.</summary>
    public Term? NextTerm { get; init; }

    /// <summary>How far the filing of the last election is.</summary>
    public Filing Filing { get; init; }

    /// <summary>Whether the preparatory group is formed.</summary>
    public bool GroupIsFormed { get; init; }

    /// <summary>Whether the end of this term has been reported.</summary>
    public bool IsReported { get; init; }

    /// <summary>Whether neighbours adopted a covenant.</summary>
    public bool HasCovenant { get; init; }

    /// <summary>Elections that failed since the last that did not.</summary>
    public int FailedRounds { get; init; }

    /// <summary>What has been handed over and signed for.</summary>
    public HandoverItems HandedOver { get; init; }

    /// <summary>The day until which the next act is due; null without one.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day of the last act.</summary>
    public required DateOnly LastActOn { get; init; }

    /// <summary>Whether it governs on the day: a state in office, and a term that is not over.</summary>
    public bool GovernsOn(DateOnly day) => State.Governs() && (Term is not { To: var end } || day <= end);

    /// <summary>How it stands on the day: one whose term is over has lapsed, whether or not anybody has recorded it yet.</summary>
    public Body AsOf(DateOnly day) => State is BodyState.Active or BodyState.Expiring && !GovernsOn(day) ? this with { State = BodyState.Lapsed } : this;
}
