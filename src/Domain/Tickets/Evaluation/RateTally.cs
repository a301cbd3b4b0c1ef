namespace Linli.Domain.Tickets.Evaluation;

/// <summary>What tickets of a period come to; sums of tallies are tallies.</summary>
public sealed record RateTally
{
    /// <summary>Nothing counted.</summary>
    public static readonly RateTally Empty = new();

    /// <summary>Tickets received in the period.</summary>
    public long Orders { get; init; }

    /// <summary>Of these, taken out of all three rates or of two.</summary>
    public long Excluded { get; init; }

    /// <summary>First reached in time.</summary>
    public long InTime { get; init; }

    /// <summary>To be contacted: reached, or due by now.</summary>
    public long ToContact { get; init; }

    /// <summary>Answered "solved".</summary>
    public long Solved { get; init; }

    /// <summary>Answered whether it is solved.</summary>
    public long SolvedAnswers { get; init; }

    /// <summary>Answered satisfied or basically satisfied.</summary>
    public long Satisfied { get; init; }

    /// <summary>Answered how satisfied.</summary>
    public long SatisfactionAnswers { get; init; }

    /// <summary>What one ticket of the period adds.</summary>
    /// <param name="ticket">The ticket by what happened until the cut-off.</param>
    /// <param name="contactDueAt">When it had to be contacted.</param>
    /// <param name="cutoff">The moment at which is counted.</param>
    public static RateTally Of(TicketEvaluation ticket, DateTimeOffset contactDueAt, DateTimeOffset cutoff)
    {
        if (ticket.Exclusion == ExclusionScope.All)
        {
            return new RateTally { Orders = 1, Excluded = 1 };
        }

        var response = ticket.Response(contactDueAt, cutoff);
        var answered = ticket.Exclusion == ExclusionScope.None;
        return new RateTally
        {
            Orders = 1,
            Excluded = One(!answered),
            InTime = One(response == true),
            ToContact = One(response is not null),
            Solved = One(answered && ticket.Solved == true),
            SolvedAnswers = One(answered && ticket.Solved is not null),
            Satisfied = One(answered && ticket.IsSatisfied == true),
            SatisfactionAnswers = One(answered && ticket.IsSatisfied is not null),
        };
    }

    /// <summary>Both together.</summary>
    public static RateTally operator +(RateTally left, RateTally right) => left.Add(right);

    /// <summary>Both together.</summary>
    public RateTally Add(RateTally other) => new()
    {
        Orders = Orders + other.Orders,
        Excluded = Excluded + other.Excluded,
        InTime = InTime + other.InTime,
        ToContact = ToContact + other.ToContact,
        Solved = Solved + other.Solved,
        SolvedAnswers = SolvedAnswers + other.SolvedAnswers,
        Satisfied = Satisfied + other.Satisfied,
        SatisfactionAnswers = SatisfactionAnswers + other.SatisfactionAnswers,
    };

    private static long One(bool counts) => counts ? 1 : 0;
}
