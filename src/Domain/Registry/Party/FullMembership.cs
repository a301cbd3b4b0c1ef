using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>转正: a probationary member becomes a full one by decision of a meeting of all members of the branch (《中国共产党章程》第七条).</summary>
public static class FullMembership
{
    /// <summary>Why it cannot be recorded; none when it can.</summary>
    /// <param name="standing">What the member is now.</param>
    /// <param name="membership">The membership in the organisation that decided.</param>
    /// <param name="on">From which day the member is a full one.</param>
    /// <param name="today">Today in China.</param>
    public static IReadOnlyList<Refusal> Check(MemberStanding standing, MembershipSpan membership, DateOnly on, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (standing != MemberStanding.Probationary)
        {
            refusals.Add(new MemberIsFullAlready());
        }

        if (membership.Until is not null)
        {
            refusals.Add(new MembershipHasEnded());
        }

        if (on < membership.Since || on > today)
        {
            refusals.Add(new FullMembershipDayIsImplausible());
        }

        return refusals;
    }
}

/// <summary>The member is a full member already.</summary>
public sealed record MemberIsFullAlready : Refusal;

/// <summary>The membership has ended; the organisation to which it went decides.</summary>
public sealed record MembershipHasEnded : Refusal;

/// <summary>The day lies before the membership began, or ahead.</summary>
public sealed record FullMembershipDayIsImplausible : Refusal
{
    /// <inheritdoc />
    public override string Field => "On";
}
