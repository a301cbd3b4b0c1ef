using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>From when to when a member belonged to an organisation, both days included.</summary>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day; null while it lasts.</param>
public sealed record MembershipSpan(DateOnly Since, DateOnly? Until);

/// <summary>One formal membership at a time; taking part elsewhere moves nothing (requirement A3).</summary>
public static class PartyMemberships
{
    /// <summary>Why a membership cannot begin; none when it can.</summary>
    /// <param name="organisation">Kind of the organisation.</param>
    /// <param name="since">First day.</param>
    /// <param name="formal">The person's formal memberships so far, wherever.</param>
    /// <param name="here">The person's memberships in this organisation so far.</param>
    public static IReadOnlyList<Refusal> CheckBeginning(
        OrganisationKind organisation, DateOnly since, IReadOnlyList<MembershipSpan> formal, IReadOnlyList<MembershipSpan> here)
    {
        if (PartyTree.RuleOf(organisation).Holds is not { } way)
        {
            return [new PartyOrganisationHasNoMembersOfItsOwn()];
        }

        if (here.Any(span => Meets(span, since)))
        {
            return [new TakesPartHereAlready()];
        }

        return way == MembershipWay.Formal && formal.Any(span => Meets(span, since)) ? [new HasAFormalMembershipAlready()] : [];
    }

    /// <summary>The membership that a transfer ends, with its last day: the day before the first in the new organisation.</summary>
    public static Outcome<MembershipSpan> Transfer(MembershipSpan current, DateOnly firstDay) =>
        firstDay <= current.Since ? new TransferLiesBeforeTheBeginning() : current with { Until = firstDay.AddDays(-1) };

    // A beginning membership is open, so every span that reaches its first day is in the way.
    private static bool Meets(MembershipSpan span, DateOnly since) => span.Until is null || span.Until >= since;
}
