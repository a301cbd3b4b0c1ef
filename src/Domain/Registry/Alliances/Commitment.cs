using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>How a commitment stands on a day.</summary>
public enum CommitmentStanding
{
    /// <summary>Not due for a while.</summary>
    Open,

    /// <summary>Due soon.</summary>
    DueSoon,

    /// <summary>Past its due day without a proof that waits or was accepted.</summary>
    Overdue,

    /// <summary>A proof waits to be checked.</summary>
    AwaitsCheck,

    /// <summary>A proof was accepted.</summary>
    Fulfilled,

    /// <summary>The agreement was terminated before it fell due.</summary>
    Lapsed,
}

/// <summary>A commitment of one side as far as its standing goes.</summary>
/// <param name="DueOn">Last day to fulfil it.</param>
/// <param name="HasAccepted">Whether a proof was accepted.</param>
/// <param name="HasWaiting">Whether a proof waits.</param>
public readonly record struct Commitment(DateOnly DueOn, bool HasAccepted, bool HasWaiting)
{
    /// <summary>How it stands.</summary>
    /// <param name="today">A calendar day of China.</param>
    /// <param name="reminderDaysBefore">So many days before it is due soon.</param>
    /// <param name="terminatedOn">The day the agreement was terminated, if it was.</param>
    public CommitmentStanding On(DateOnly today, int reminderDaysBefore, DateOnly? terminatedOn = null) =>
        HasAccepted ? CommitmentStanding.Fulfilled
        : terminatedOn < DueOn ? CommitmentStanding.Lapsed
        : HasWaiting ? CommitmentStanding.AwaitsCheck
        : DueOn < today ? CommitmentStanding.Overdue
        : DueOn.AddDays(-reminderDaysBefore) <= today ? CommitmentStanding.DueSoon
        : CommitmentStanding.Open;

    /// <summary>Whether a person may prove it: the authorised person of the side that owes it.</summary>
    public static Outcome<AgreementState> Prove(AgreementState state, AgreementSide owedBy, AgreementRoles roles) =>
        AgreementFlow.Decide(state, AgreementAct.Prove, roles & AgreementRules.RoleOf(owedBy));

    /// <summary>Whether a person may check a proof: the other side's or the community's, and never the one who gave it.</summary>
    public static Outcome<AgreementState> Check(AgreementState state, AgreementSide owedBy, AgreementRoles roles, Guid provedBy, Guid checker)
    {
        var decided = AgreementFlow.Decide(state, AgreementAct.Check, roles & ~AgreementRules.RoleOf(owedBy));
        return decided.IsRefused ? decided : provedBy == checker ? new NobodyChecksTheOwnProof() : decided;
    }
}

/// <summary>How much of what was due has been fulfilled, exactly. What was fulfilled early counts as due.</summary>
/// <param name="Fulfilled">Fulfilled commitments.</param>
/// <param name="Due">Commitments that were due by the day or are fulfilled; those that lapsed do not count.</param>
public readonly record struct FulfilmentRate(int Fulfilled, int Due)
{
    /// <summary>The rate of commitments that stand so, with whether each is past its due day.</summary>
    public static FulfilmentRate Of(IEnumerable<(CommitmentStanding Standing, bool IsPastDue)> commitments)
    {
        var (fulfilled, due) = (0, 0);
        foreach (var (standing, isPastDue) in commitments)
        {
            fulfilled += standing == CommitmentStanding.Fulfilled ? 1 : 0;
            due += standing == CommitmentStanding.Fulfilled || (isPastDue && standing != CommitmentStanding.Lapsed) ? 1 : 0;
        }

        return new FulfilmentRate(fulfilled, due);
    }
}
