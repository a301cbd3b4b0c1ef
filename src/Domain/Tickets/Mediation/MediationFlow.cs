using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>One permitted step of a mediation.</summary>
/// <param name="From">The state before; null before the case exists.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state after.</param>
public readonly record struct MediationRow(MediationState? From, MediationAct Act, MediationState To);

/// <summary>The life of a mediation as one table (requirement C4). What stands in it is allowed to whom the act belongs, and nothing else.</summary>
public static class MediationFlow
{
    private static readonly MediationState[] WithMediators =
    [
        MediationState.Examining, MediationState.AwaitingConsent, MediationState.InMediation, MediationState.Drafted, MediationState.FollowUp,
    ];

    /// <summary>Every permitted step.</summary>
    public static readonly IReadOnlyList<MediationRow> Table =
    [
        new(null, MediationAct.Apply, MediationState.Applied),
        new(null, MediationAct.Refer, MediationState.Applied),

        new(MediationState.Applied, MediationAct.TakeUp, MediationState.Examining),
        new(MediationState.Applied, MediationAct.Withdraw, MediationState.Closed),

        // Mediators come and go without moving the case.
        .. WithMediators.SelectMany(state => new[] { MediationAct.TakeUp, MediationAct.AddMediator, MediationAct.Decline }
            .Select(act => new MediationRow(state, act, state))),

        new(MediationState.Examining, MediationAct.AddParty, MediationState.Examining),
        new(MediationState.Examining, MediationAct.Accept, MediationState.AwaitingConsent),
        new(MediationState.Examining, MediationAct.Refuse, MediationState.Closed),
        new(MediationState.Examining, MediationAct.Withdraw, MediationState.Closed),

        new(MediationState.AwaitingConsent, MediationAct.AddParty, MediationState.AwaitingConsent),
        new(MediationState.AwaitingConsent, MediationAct.Consent, MediationState.AwaitingConsent),
        new(MediationState.AwaitingConsent, MediationAct.Begin, MediationState.InMediation),
        new(MediationState.AwaitingConsent, MediationAct.RefuseConsent, MediationState.Closed),
        new(MediationState.AwaitingConsent, MediationAct.Withdraw, MediationState.Closed),

        // Who comes in later is asked too, before it goes on.
        new(MediationState.InMediation, MediationAct.AddParty, MediationState.AwaitingConsent),
        new(MediationState.InMediation, MediationAct.RefuseConsent, MediationState.Closed),
        new(MediationState.InMediation, MediationAct.PlanSession, MediationState.InMediation),
        new(MediationState.InMediation, MediationAct.RecordSession, MediationState.InMediation),
        new(MediationState.InMediation, MediationAct.DraftAgreement, MediationState.Drafted),
        new(MediationState.InMediation, MediationAct.RecordOral, MediationState.FollowUp),
        new(MediationState.InMediation, MediationAct.EndWithoutAgreement, MediationState.Closed),
        new(MediationState.InMediation, MediationAct.EndForAbsence, MediationState.Closed),

        new(MediationState.Drafted, MediationAct.RefuseConsent, MediationState.Closed),
        new(MediationState.Drafted, MediationAct.PlanSession, MediationState.Drafted),
        new(MediationState.Drafted, MediationAct.RecordSession, MediationState.Drafted),
        new(MediationState.Drafted, MediationAct.DraftAgreement, MediationState.Drafted),
        new(MediationState.Drafted, MediationAct.Sign, MediationState.Drafted),
        new(MediationState.Drafted, MediationAct.Conclude, MediationState.FollowUp),
        new(MediationState.Drafted, MediationAct.EndWithoutAgreement, MediationState.Closed),

        new(MediationState.FollowUp, MediationAct.PlanVisit, MediationState.FollowUp),
        new(MediationState.FollowUp, MediationAct.RecordVisit, MediationState.FollowUp),
        new(MediationState.FollowUp, MediationAct.Close, MediationState.Closed),
    ];

    private static readonly FrozenDictionary<(MediationState?, MediationAct), MediationState> Next =
        Table.ToFrozenDictionary(row => (row.From, row.Act), row => row.To);

    /// <summary>To whom an act belongs; any one of the roles is enough.</summary>
    public static MediationRoles RolesOf(MediationAct act) => act switch
    {
        MediationAct.Apply or MediationAct.Withdraw => MediationRoles.Applicant,
        MediationAct.Refer => MediationRoles.Referrer,
        MediationAct.TakeUp => MediationRoles.Committee,
        // A party says it itself, or a mediator records how it was said.
        MediationAct.Consent or MediationAct.RefuseConsent or MediationAct.Sign => MediationRoles.Party | MediationRoles.Mediator,
        MediationAct.Begin or MediationAct.Conclude => MediationRoles.System,
        _ => MediationRoles.Mediator,
    };

    /// <summary>The state after the act, or why it is refused; who may not act at all hears that first.</summary>
    public static Outcome<MediationState> Decide(MediationState? state, MediationAct act, MediationRoles roles) =>
        (RolesOf(act) & roles) == MediationRoles.None ? WrongRole(act)
        : Next.TryGetValue((state, act), out var next) ? next
        : WrongState(state, act);

    /// <summary>The acts that are open to a person in a state: what a page offers.</summary>
    public static IReadOnlyList<MediationAct> ActsOpenTo(MediationState? state, MediationRoles roles) =>
        [.. Enum.GetValues<MediationAct>().Where(act => !Decide(state, act, roles).IsRefused)];

    /// <summary>How the case has ended when an act closes it; null for acts that do not.</summary>
    /// <param name="before">The state before the act.</param>
    /// <param name="act">The act that closed it.</param>
    public static MediationResult? ResultOf(MediationState before, MediationAct act) => act switch
    {
        MediationAct.Withdraw => MediationResult.Withdrawn,
        MediationAct.RefuseConsent => before == MediationState.AwaitingConsent ? MediationResult.ConsentRefused : MediationResult.Withdrawn,
        MediationAct.Refuse => MediationResult.NotAccepted,
        MediationAct.EndWithoutAgreement => MediationResult.NoAgreement,
        MediationAct.EndForAbsence => MediationResult.PartyAbsent,
        MediationAct.Close => MediationResult.Agreement,
        _ => null,
    };

    private static Refusal WrongRole(MediationAct act) => RolesOf(act) switch
    {
        MediationRoles.Applicant => new OnlyTheApplicantMayDoThis(),
        MediationRoles.Committee => new CaseHasAMediatorAlready(),
        MediationRoles.Referrer => new OnlyADispatcherMayRefer(),
        MediationRoles.System => new OnlyTheCaseItselfMovesOn(),
        MediationRoles.Mediator => new OnlyAMediatorOfTheCaseMayDoThis(),
        _ => new OnlyAPartyOrMediatorMayDoThis(),
    };

    private static Refusal WrongState(MediationState? state, MediationAct act) => (state, act) switch
    {
        (null, _) => new MediationIsNotYetAskedFor(),
        (MediationState.Closed, _) => new MediationIsClosed(),
        (_, MediationAct.Apply or MediationAct.Refer) => new MediationIsAlreadyAskedFor(),
        (MediationState.Applied, _) => new MediationAwaitsAMediator(),
        (MediationState.Examining, _) => new MediationIsNotYetAccepted(),
        (_, MediationAct.Accept or MediationAct.Refuse) => new MediationIsAlreadyAccepted(),
        (MediationState.AwaitingConsent, _) => new ConsentIsNotComplete(),
        (_, MediationAct.Consent or MediationAct.Begin or MediationAct.Withdraw) => new MediationHasBegun(),
        (MediationState.InMediation, _) => new AgreementIsNotDrafted(),
        (MediationState.Drafted, _) => new AgreementIsNotSigned(),
        _ => new AgreementIsInForce(),
    };
}
