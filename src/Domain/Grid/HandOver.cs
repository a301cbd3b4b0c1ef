using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>Where the hand-over list (交接清单) of one post's households stands.</summary>
public enum HandOverState
{
    /// <summary>Some household waits for the successor.</summary>
    Open,

    /// <summary>The successor has signed off every household.</summary>
    Complete,

    /// <summary>Given up; what was signed off stays with the successor, the rest with the predecessor.</summary>
    Cancelled,
}

/// <summary>The rules of a hand-over list.</summary>
public static class HandOver
{
    /// <summary>Whether a list of these households can be made.</summary>
    /// <param name="from">Whose households they are.</param>
    /// <param name="to">Who is to take them.</param>
    /// <param name="standing">Households that the predecessor has now and that no other open list names.</param>
    /// <param name="wanted">The households asked for; empty asks for all.</param>
    public static Outcome<IReadOnlyList<Guid>> Begin(Guid from, Guid to, IReadOnlyCollection<Guid> standing, IReadOnlyCollection<Guid> wanted)
    {
        if (from == to)
        {
            return new SuccessorIsThePredecessor();
        }

        var chosen = wanted.Count == 0 ? standing : [.. wanted.Distinct()];
        return chosen.Count == 0 ? new NothingToHandOver()
            : chosen.Except(standing).Count() is var strange and > 0 ? new HouseholdsAreInOtherHands(strange)
            : Outcome<IReadOnlyList<Guid>>.Of([.. chosen]);
    }

    /// <summary>Whether the households may be signed off now; only the successor does that, and only what still waits.</summary>
    public static Outcome<Done> SignOff(HandOverState state, Guid to, Guid by, IReadOnlyCollection<Guid> waiting, IReadOnlyCollection<Guid> taken) =>
        state != HandOverState.Open ? new HandOverIsClosed()
        : by != to ? new OnlyTheSuccessorSignsOff()
        : taken.Count == 0 ? new HouseholdsAreMissing()
        : taken.Except(waiting).Any() ? new HouseholdIsInOtherHands()
        : Done.It;
}
