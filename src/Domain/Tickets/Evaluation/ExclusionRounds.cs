namespace Linli.Domain.Tickets.Evaluation;

/// <summary>The rounds of a ticket, and out of which rates they take it.</summary>
public static class ExclusionRounds
{
    /// <summary>The rounds that a stream of events makes; words that do not count leave no trace in them.</summary>
    /// <param name="events">What happened to one ticket, in order.</param>
    public static IReadOnlyList<ExclusionRound> Of(IEnumerable<TicketEvent> events)
    {
        List<ExclusionRound> rounds = [];
        // A request or a rejection ends the round that runs; what is said outside a round is said to nobody.
        var runs = false;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ExclusionRequested asked:
                    var word = new ExclusionWord(asked.Actor, asked.At);
                    if (runs && rounds[^1].IsOpen)
                    {
                        rounds[^1] = rounds[^1] with { Ended = word, End = ExclusionEnd.Superseded };
                    }

                    rounds.Add(new ExclusionRound { Reason = asked.Reason, Requested = word });
                    runs = true;
                    break;
                case ExclusionApproved said when runs && rounds[^1].Approve(new(said.Actor, said.At)).Succeeded(out var approved):
                    rounds[^1] = approved;
                    break;
                case ExclusionRejected said when runs:
                    rounds[^1] = rounds[^1].Reject(new(said.Actor, said.At)).Succeeded(out var rejected) ? rejected : rounds[^1];
                    runs = false;
                    break;
            }
        }

        return rounds;
    }

    /// <summary>Out of which rates the granted rounds take a ticket; what takes it out of all goes before the rest.</summary>
    /// <param name="rounds">All rounds of the ticket.</param>
    /// <param name="returnAccepted">Whether a return of the ticket was accepted.</param>
    public static ExclusionScope ScopeOf(IEnumerable<ExclusionRound> rounds, bool returnAccepted) =>
        rounds.Where(round => round.IsGranted).Select(round => ScopeOf(round.Reason, returnAccepted)).Append(ExclusionScope.None).Max();

    /// <summary>Out of which rates a reason takes a ticket: 错派 counts only with an accepted return.</summary>
    public static ExclusionScope ScopeOf(ExclusionReason reason, bool returnAccepted) => reason switch
    {
        ExclusionReason.OutOfLaw => ExclusionScope.All,
        ExclusionReason.WrongDispatch => returnAccepted ? ExclusionScope.All : ExclusionScope.None,
        ExclusionReason.NoValidAnswer => ExclusionScope.Revisit,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
