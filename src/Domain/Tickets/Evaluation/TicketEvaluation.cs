namespace Linli.Domain.Tickets.Evaluation;

/// <summary>What the three rates see of one ticket (rules of the rates data).</summary>
/// <param name="FirstReachedAt">The first contact at which the reporter was reached.</param>
/// <param name="Solved">The last valid answer after the last reopening; null is none.</param>
/// <param name="Satisfaction">The same for the other question.</param>
/// <param name="Exclusion">Out of which rates it is taken.</param>
public sealed record TicketEvaluation(DateTimeOffset? FirstReachedAt, bool? Solved, Satisfaction? Satisfaction, ExclusionScope Exclusion)
{
    /// <summary>Whether the answer counts as satisfied (满意, 基本满意); null without one.</summary>
    public bool? IsSatisfied => Satisfaction is { } answer ? answer is Tickets.Satisfaction.Satisfied or Tickets.Satisfaction.Basic : null;

    /// <summary>The evaluation of a ticket by its events until the cut-off, in order of time.</summary>
    public static TicketEvaluation Of(IEnumerable<TicketEvent> events)
    {
        DateTimeOffset? reached = null;
        bool? solved = null;
        Satisfaction? satisfaction = null;
        var returned = false;
        List<TicketEvent> words = [];
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ReporterCalled { Reached: true } call:
                    reached ??= call.At;
                    break;
                case ReporterAnswered answer:
                    // No answer does not replace an earlier one.
                    (solved, satisfaction) = (answer.Solved ?? solved, answer.Satisfaction ?? satisfaction);
                    break;
                case TicketReopened:
                    (solved, satisfaction) = (null, null);
                    break;
                case ReturnAccepted:
                    returned = true;
                    break;
                default:
                    words.Add(happened);
                    break;
            }
        }

        return new TicketEvaluation(reached, solved, satisfaction, ExclusionRounds.ScopeOf(ExclusionRounds.Of(words), returned));
    }

    /// <summary>Whether it was contacted in time; null while it need not be counted: excluded, or neither reached nor due.</summary>
    /// <param name="contactDueAt">When it had to be contacted.</param>
    /// <param name="cutoff">The moment at which is counted.</param>
    public bool? Response(DateTimeOffset contactDueAt, DateTimeOffset cutoff) =>
        Exclusion == ExclusionScope.All || (FirstReachedAt is null && contactDueAt > cutoff) ? null : FirstReachedAt <= contactDueAt;
}
