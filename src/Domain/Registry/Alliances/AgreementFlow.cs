using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>One permitted step of an agreement.</summary>
/// <param name="From">The state before; null before it exists.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state after.</param>
public readonly record struct AgreementRow(AgreementState? From, AgreementAct Act, AgreementState To);

/// <summary>The life of a co-building agreement as one table (requirements A8).</summary>
public static class AgreementFlow
{
    private const AgreementRoles Parties = AgreementRoles.First | AgreementRoles.Second;

    /// <summary>Every permitted step.</summary>
    public static readonly IReadOnlyList<AgreementRow> Table =
    [
        new(null, AgreementAct.Draft, AgreementState.Draft),

        new(AgreementState.Draft, AgreementAct.Change, AgreementState.Draft),
        new(AgreementState.Draft, AgreementAct.SignFirst, AgreementState.Draft),
        new(AgreementState.Draft, AgreementAct.SignLast, AgreementState.Signed),
        new(AgreementState.Draft, AgreementAct.Discard, AgreementState.Terminated),

        new(AgreementState.Signed, AgreementAct.Begin, AgreementState.InForce),
        new(AgreementState.Signed, AgreementAct.Terminate, AgreementState.Terminated),

        new(AgreementState.InForce, AgreementAct.Prove, AgreementState.InForce),
        new(AgreementState.InForce, AgreementAct.Check, AgreementState.InForce),
        new(AgreementState.InForce, AgreementAct.Renew, AgreementState.InForce),
        new(AgreementState.InForce, AgreementAct.NearEnd, AgreementState.Expiring),
        new(AgreementState.InForce, AgreementAct.Terminate, AgreementState.Terminated),

        new(AgreementState.Expiring, AgreementAct.Prove, AgreementState.Expiring),
        new(AgreementState.Expiring, AgreementAct.Check, AgreementState.Expiring),
        new(AgreementState.Expiring, AgreementAct.Renew, AgreementState.Expiring),
        new(AgreementState.Expiring, AgreementAct.End, AgreementState.Ended),
        new(AgreementState.Expiring, AgreementAct.Terminate, AgreementState.Terminated),

        // What was proved in time is still checked, and what lapsed can be renewed.
        new(AgreementState.Ended, AgreementAct.Check, AgreementState.Ended),
        new(AgreementState.Ended, AgreementAct.Renew, AgreementState.Ended),
    ];

    private static readonly FrozenDictionary<(AgreementState?, AgreementAct), AgreementState> Next =
        Table.ToFrozenDictionary(row => (row.From, row.Act), row => row.To);

    /// <summary>To whom an act belongs; any one of the roles is enough.</summary>
    public static AgreementRoles RolesOf(AgreementAct act) => act switch
    {
        AgreementAct.Draft or AgreementAct.Change or AgreementAct.Discard or AgreementAct.Renew or AgreementAct.Check => Parties | AgreementRoles.Community,
        AgreementAct.SignFirst or AgreementAct.SignLast or AgreementAct.Terminate or AgreementAct.Prove => Parties,
        AgreementAct.Begin or AgreementAct.NearEnd or AgreementAct.End => AgreementRoles.System,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The state after the act, or why it is refused; who may not act at all hears that first.</summary>
    /// <param name="state">The state now; null before it exists.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="roles">What the person is to this agreement.</param>
    public static Outcome<AgreementState> Decide(AgreementState? state, AgreementAct act, AgreementRoles roles) =>
        (RolesOf(act) & roles) == AgreementRoles.None ? WrongRole(act)
        : Next.TryGetValue((state, act), out var next) ? next
        : WrongState(state, act);

    /// <summary>Whether the act is open now.</summary>
    public static bool IsOpen(AgreementState? state, AgreementAct act, AgreementRoles roles) => !Decide(state, act, roles).IsRefused;

    /// <summary>The acts by which time moves a signed agreement on, up to the day; none when it stands where it should.</summary>
    /// <param name="state">The state as stored.</param>
    /// <param name="firstDay">First day of the term.</param>
    /// <param name="lastDay">Last day of the term, itself included.</param>
    /// <param name="today">A calendar day of China.</param>
    /// <param name="expiringDaysBefore">So many days before the last day it counts as expiring, at least 1.</param>
    public static IReadOnlyList<AgreementAct> Due(AgreementState state, DateOnly firstDay, DateOnly lastDay, DateOnly today, int expiringDaysBefore)
    {
        List<AgreementAct> acts = [];
        void Step(AgreementState from, bool isDue, AgreementAct act)
        {
            if (state == from && isDue)
            {
                acts.Add(act);
                state = Next[(from, act)];
            }
        }

        Step(AgreementState.Signed, today >= firstDay, AgreementAct.Begin);
        Step(AgreementState.InForce, today >= lastDay.AddDays(-expiringDaysBefore), AgreementAct.NearEnd);
        Step(AgreementState.Expiring, today > lastDay, AgreementAct.End);
        return acts;
    }

    /// <summary>The state that holds on the day, whether or not the job has run.</summary>
    public static AgreementState On(AgreementState state, DateOnly firstDay, DateOnly lastDay, DateOnly today, int expiringDaysBefore) =>
        Due(state, firstDay, lastDay, today, expiringDaysBefore).Aggregate(state, (now, act) => Next[(now, act)]);

    private static Refusal WrongRole(AgreementAct act) => act switch
    {
        AgreementAct.SignFirst or AgreementAct.SignLast => new OnlyTheSecretaryOfAPartyMaySign(),
        AgreementAct.Terminate => new OnlyAPartyMayTerminate(),
        AgreementAct.Prove => new OnlyTheResponsiblePartyMayProve(),
        AgreementAct.Check => new OnlyTheOtherPartyOrTheCommunityMayCheck(),
        AgreementAct.Begin or AgreementAct.NearEnd or AgreementAct.End => new OnlyTimeMovesAgreementsOn(),
        _ => new OnlyAPartyOrTheCommunityMayDraft(),
    };

    private static Refusal WrongState(AgreementState? state, AgreementAct act) => (state, act) switch
    {
        (AgreementState.Ended or AgreementState.Terminated, _) => new AgreementIsOver(),
        (null or AgreementState.Draft, _) => new AgreementIsNotSignedYet(),
        (_, AgreementAct.Change or AgreementAct.Discard or AgreementAct.SignFirst or AgreementAct.SignLast or AgreementAct.Draft) => new AgreementIsSignedAlready(),
        _ => new AgreementIsNotInForceYet(),
    };
}
