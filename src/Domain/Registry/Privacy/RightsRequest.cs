using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>What a person asks for (PIPL 46, 47).</summary>
public enum RightsRequestKind
{
    /// <summary>To correct or complete.</summary>
    Correction,

    /// <summary>To delete.</summary>
    Deletion,
}

/// <summary>What is to be corrected.</summary>
public enum CorrectionField
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>The identity number.</summary>
    IdentityNumber,

    /// <summary>Which home, since when, as what.</summary>
    Household,

    /// <summary>A post.</summary>
    Post,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What is to be deleted.</summary>
public enum DeletionScope
{
    /// <summary>Everything that names the person.</summary>
    Everything,

    /// <summary>The identity number alone.</summary>
    IdentityNumber,

    /// <summary>The mark of Party membership alone.</summary>
    PartyMark,
}

/// <summary>Where a request stands.</summary>
public enum RightsRequestState
{
    /// <summary>Waits for a decision.</summary>
    Open,

    /// <summary>Done as asked.</summary>
    Accepted,

    /// <summary>Not deleted, but nothing is done with it any more except keeping it safe (PIPL 47 ¶2).</summary>
    Restricted,

    /// <summary>Refused, with a reason (PIPL 50).</summary>
    Refused,

    /// <summary>Taken back by its person.</summary>
    Withdrawn,
}

/// <summary>What is done with a request.</summary>
public enum RightsRequestAct
{
    /// <summary>A clerk does as asked.</summary>
    Accept,

    /// <summary>A clerk stops all processing but storage.</summary>
    Restrict,

    /// <summary>A clerk refuses.</summary>
    Refuse,

    /// <summary>The person takes it back.</summary>
    Withdraw,
}

/// <summary>Why a request is not done as asked.</summary>
public enum RefusalGround
{
    /// <summary>What is recorded is right.</summary>
    RecordIsRight,

    /// <summary>It was not shown that the request comes from the person, or that the new value is true.</summary>
    NotProven,

    /// <summary>The purpose is not achieved yet, none of the cases of PIPL 47 ¶1 is there.</summary>
    StillNeeded,

    /// <summary>A period of keeping set by law or administrative regulation still runs (PIPL 47 ¶2).</summary>
    LegalPeriodRuns,

    /// <summary>Deleting is technically hard to do (PIPL 47 ¶2).</summary>
    TechnicallyHard,
}

/// <summary>What still ties a person to the compound, so that not everything can be deleted.</summary>
public enum ErasureObstacle
{
    /// <summary>Owns or lives in a home.</summary>
    Household,

    /// <summary>Holds a post.</summary>
    Post,

    /// <summary>Has a matter that is not closed.</summary>
    OpenMatter,

    /// <summary>Belongs to an association in person.</summary>
    Membership,

    /// <summary>Held an elected post of an owners' committee, whose term is a public record.</summary>
    PublicRecord,
}

/// <summary>The states of a request and who moves it; a table, not scattered ifs.</summary>
public static class RightsRequestFlow
{
    private static readonly (RightsRequestAct Act, RightsRequestState To, RightsRequestKind[] Kinds, RefusalGround[] Grounds)[] Moves =
    [
        (RightsRequestAct.Accept, RightsRequestState.Accepted, [RightsRequestKind.Correction, RightsRequestKind.Deletion], []),
        (RightsRequestAct.Withdraw, RightsRequestState.Withdrawn, [RightsRequestKind.Correction, RightsRequestKind.Deletion], []),
        (RightsRequestAct.Restrict, RightsRequestState.Restricted, [RightsRequestKind.Deletion], [RefusalGround.LegalPeriodRuns, RefusalGround.TechnicallyHard]),
        (RightsRequestAct.Refuse, RightsRequestState.Refused, [RightsRequestKind.Correction], [RefusalGround.RecordIsRight, RefusalGround.NotProven]),
        (RightsRequestAct.Refuse, RightsRequestState.Refused, [RightsRequestKind.Deletion], [RefusalGround.StillNeeded, RefusalGround.NotProven]),
    ];

    /// <summary>The grounds that an act on a request of the kind may rest on; empty when it needs none.</summary>
    public static IReadOnlyList<RefusalGround> GroundsOf(RightsRequestKind kind, RightsRequestAct act) =>
        [.. Moves.Where(move => move.Act == act && move.Kinds.Contains(kind)).SelectMany(move => move.Grounds)];

    /// <summary>The state that an act leads to, or why it is refused.</summary>
    /// <param name="kind">What was asked for.</param>
    /// <param name="state">Where the request stands.</param>
    /// <param name="act">What is done.</param>
    /// <param name="ground">Why it is not done as asked; for restricting and refusing.</param>
    public static Outcome<RightsRequestState> Decide(RightsRequestKind kind, RightsRequestState state, RightsRequestAct act, RefusalGround? ground)
    {
        if (state != RightsRequestState.Open)
        {
            return new RightsRequestIsDecided();
        }

        var move = Moves.FirstOrDefault(m => m.Act == act && m.Kinds.Contains(kind));
        if (move.Kinds is null)
        {
            return new OnlyADeletionIsRestricted();
        }

        return move.Grounds.Length == 0 || (ground is { } given && move.Grounds.Contains(given)) ? move.To : new GroundDoesNotFit();
    }

    /// <summary>
    /// Why not everything about the person may be deleted or locked away now: as long as somebody lives here, serves here or
    /// has an open matter, the purpose is not achieved (PIPL 47 ¶1(1)). What is kept as a public record may be locked away, not deleted (¶2).
    /// </summary>
    public static Refusal? ObstacleTo(RightsRequestAct act, DeletionScope scope, IReadOnlyCollection<ErasureObstacle> obstacles) => (act, scope) switch
    {
        (RightsRequestAct.Accept or RightsRequestAct.Restrict, DeletionScope.Everything) when obstacles.Any(o => o != ErasureObstacle.PublicRecord) => new PersonIsStillNeededHere(),
        (RightsRequestAct.Accept, DeletionScope.Everything) when obstacles.Count > 0 => new ElectedTermIsPublicRecord(),
        _ => null,
    };
}
