using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>Who may conclude an agreement, and who signs for whom.</summary>
public static class AgreementRules
{
    /// <summary>Groups and member households have no standing of their own; every other Party organisation has.</summary>
    public static readonly IReadOnlyList<OrganisationKind> Parties =
        [.. OrganisationKinds.OfTheParty.Except([OrganisationKind.BlockGroup, OrganisationKind.MemberHousehold])];

    /// <summary>Posts whose holders sign for their organisation: its secretary.</summary>
    public static readonly IReadOnlyList<string> SigningPosts = ["branch-secretary", "community-secretary"];

    /// <summary>The most commitments of one agreement.</summary>
    public const int MostCommitments = 50;

    /// <summary>All that stands against an agreement of these two for this term.</summary>
    public static IReadOnlyList<Refusal> Check(Guid first, OrganisationKind firstKind, Guid second, OrganisationKind secondKind, DateOnly firstDay, DateOnly lastDay)
    {
        List<Refusal> refusals = [];
        if (!Parties.Contains(firstKind) || !Parties.Contains(secondKind))
        {
            refusals.Add(new OnlyPartyOrganisationsAgree());
        }

        if (first == second)
        {
            refusals.Add(new AgreementNeedsTwoParties());
        }

        if (lastDay < firstDay)
        {
            refusals.Add(new TermEndsBeforeItBegins());
        }

        return refusals;
    }

    /// <summary>Why a commitment cannot fall due then; null when it can: within the term, its last day included.</summary>
    public static Refusal? DueFault(DateOnly dueOn, DateOnly firstDay, DateOnly lastDay) =>
        dueOn < firstDay || dueOn > lastDay ? new DueDayLiesOutsideTheTerm() : null;

    /// <summary>The signature of one side, or why it is refused. Who sits on both sides signs for one only.</summary>
    /// <param name="state">The state now.</param>
    /// <param name="signs">The side that signs.</param>
    /// <param name="roles">What the person is to the agreement.</param>
    /// <param name="ownSigned">Whether this side has signed.</param>
    /// <param name="otherSigner">Who signed for the other side; null when nobody has.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="commitments">How many commitments it has.</param>
    public static Outcome<AgreementState> Sign(
        AgreementState state, AgreementSide signs, AgreementRoles roles, bool ownSigned, Guid? otherSigner, Guid signer, int commitments)
    {
        var decided = AgreementFlow.Decide(state, otherSigner is null ? AgreementAct.SignFirst : AgreementAct.SignLast, roles & RoleOf(signs));
        return decided.IsRefused ? decided
            : ownSigned ? new SideHasSignedAlready()
            : otherSigner == signer ? new OnePersonSignsForOneSide()
            : commitments == 0 ? new AgreementHasNoCommitments()
            : decided;
    }

    /// <summary>The role of a side's authorised person.</summary>
    public static AgreementRoles RoleOf(AgreementSide side) => side == AgreementSide.First ? AgreementRoles.First : AgreementRoles.Second;
}
