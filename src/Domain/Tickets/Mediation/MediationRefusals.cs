using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>Nothing can be done before it is asked for.</summary>
public sealed record MediationIsNotYetAskedFor : Refusal;

/// <summary>It is there already.</summary>
public sealed record MediationIsAlreadyAskedFor : Refusal;

/// <summary>No mediator has taken it yet.</summary>
public sealed record MediationAwaitsAMediator : Refusal;

/// <summary>It is not accepted yet.</summary>
public sealed record MediationIsNotYetAccepted : Refusal;

/// <summary>It is accepted.</summary>
public sealed record MediationIsAlreadyAccepted : Refusal;

/// <summary>Not all parties have consented.</summary>
public sealed record ConsentIsNotComplete : Refusal;

/// <summary>Mediation has begun.</summary>
public sealed record MediationHasBegun : Refusal;

/// <summary>There is no agreement to sign or to follow up yet.</summary>
public sealed record AgreementIsNotDrafted : Refusal;

/// <summary>Not all have signed.</summary>
public sealed record AgreementIsNotSigned : Refusal;

/// <summary>The agreement is in force and no longer changed.</summary>
public sealed record AgreementIsInForce : Refusal;

/// <summary>It is closed; a new matter is asked for anew.</summary>
public sealed record MediationIsClosed : Refusal;

/// <summary>This belongs to the party who asked for mediation.</summary>
public sealed record OnlyTheApplicantMayDoThis : Refusal;

/// <summary>Somebody was faster: the case has a mediator.</summary>
public sealed record CaseHasAMediatorAlready : Refusal;

/// <summary>Referring belongs to whoever dispatches the ticket.</summary>
public sealed record OnlyADispatcherMayRefer : Refusal;

/// <summary>This follows from consents and signatures and is nobody's to do.</summary>
public sealed record OnlyTheCaseItselfMovesOn : Refusal;

/// <summary>This belongs to the mediators of the case.</summary>
public sealed record OnlyAMediatorOfTheCaseMayDoThis : Refusal;

/// <summary>This belongs to the parties and the mediators of the case.</summary>
public sealed record OnlyAPartyOrMediatorMayDoThis : Refusal;

/// <summary>The mediator is a party, lives with one, or holds a post with one, and has to stand aside.</summary>
public sealed record MediatorHasToStandAside : Refusal
{
    /// <inheritdoc />
    public override string? Field => "MediatorId";
}

/// <summary>Mediation takes two sides.</summary>
public sealed record BothSidesAreNeeded : Refusal;

/// <summary>A case has no more parties than this.</summary>
/// <param name="Most">How many.</param>
public sealed record PartiesAreTooMany(int Most) : Refusal;

/// <summary>An agreement says what is to be done.</summary>
public sealed record CommitmentIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Commitments";
}

/// <summary>More commitments than one agreement holds.</summary>
/// <param name="Most">How many.</param>
public sealed record MediatedCommitmentsAreTooMany(int Most) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Commitments";
}

/// <summary>A commitment names a party of the case, what is to be done and by when.</summary>
/// <param name="Number">Which, from 1.</param>
public sealed record CommitmentIsIncomplete(int Number) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Commitments";
}

/// <summary>A commitment's last day has passed or lies further ahead than an agreement reaches.</summary>
/// <param name="Number">Which, from 1.</param>
public sealed record CommitmentDayIsImplausible(int Number) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Commitments";
}

/// <summary>The last visit has to find the agreement fulfilled, or the case closes with what was not.</summary>
public sealed record FulfilmentIsNotSettled : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Reason";
}

/// <summary>A visit is still planned and has no result.</summary>
public sealed record VisitsAreOpen : Refusal;
