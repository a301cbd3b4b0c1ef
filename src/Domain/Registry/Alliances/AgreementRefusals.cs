using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>An agreement is signed by the secretary of a party to it, acting in that post.</summary>
public sealed record OnlyTheSecretaryOfAPartyMaySign : Refusal;

/// <summary>Only a party ends an agreement before its term.</summary>
public sealed record OnlyAPartyMayTerminate : Refusal;

/// <summary>Proof is given by the secretary of the party that owes.</summary>
public sealed record OnlyTheResponsiblePartyMayProve : Refusal;

/// <summary>Proof is checked by the other party or the community.</summary>
public sealed record OnlyTheOtherPartyOrTheCommunityMayCheck : Refusal;

/// <summary>Agreements are drafted by a party's secretary or the community.</summary>
public sealed record OnlyAPartyOrTheCommunityMayDraft : Refusal;

/// <summary>Terms begin and end by the calendar.</summary>
public sealed record OnlyTimeMovesAgreementsOn : Refusal;

/// <summary>It has ended or was terminated.</summary>
public sealed record AgreementIsOver : Refusal;

/// <summary>Both sides have not signed yet.</summary>
public sealed record AgreementIsNotSignedYet : Refusal;

/// <summary>What both have signed is not changed any more.</summary>
public sealed record AgreementIsSignedAlready : Refusal;

/// <summary>Its first day has not come.</summary>
public sealed record AgreementIsNotInForceYet : Refusal;

/// <summary>Only Party organisations with standing of their own conclude such agreements.</summary>
public sealed record OnlyPartyOrganisationsAgree : Refusal
{
    /// <inheritdoc />
    public override string? Field => "SecondParty";
}

/// <summary>An agreement has two different parties.</summary>
public sealed record AgreementNeedsTwoParties : Refusal
{
    /// <inheritdoc />
    public override string? Field => "SecondParty";
}

/// <summary>What is promised falls due within the term.</summary>
public sealed record DueDayLiesOutsideTheTerm : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DueOn";
}

/// <summary>This side has signed.</summary>
public sealed record SideHasSignedAlready : Refusal;

/// <summary>Who holds posts on both sides signs for one of them only.</summary>
public sealed record OnePersonSignsForOneSide : Refusal;

/// <summary>An agreement that promises nothing is not signed.</summary>
public sealed record AgreementHasNoCommitments : Refusal;

/// <summary>Who gave a proof does not check it.</summary>
public sealed record NobodyChecksTheOwnProof : Refusal;
