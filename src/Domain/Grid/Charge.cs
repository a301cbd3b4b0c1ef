using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>
/// That the holder of a post looks after a household (联系), from a first day until the day on which another one takes over. In one role
/// a household never has two holders at once; a charge goes from hand to hand and is neither lost nor doubled on the way.
/// </summary>
/// <param name="Household">The unit.</param>
/// <param name="Post">The post whose holder looks after it.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">The day on which it is no longer held (not included); null while it stands.</param>
public sealed record Charge(Guid Household, Guid Post, DateOnly Since, DateOnly? Until)
{
    /// <summary>Whether it stands.</summary>
    public bool Stands => Until is null;

    /// <summary>Whether two charges of one household hold on a common day.</summary>
    public bool Overlaps(Charge other) =>
        Household == other.Household && Since != Until && other.Since != other.Until
        && (other.Until is null || Since < other.Until) && (Until is null || other.Since < Until);
}

/// <summary>How charges begin and pass on.</summary>
public static class Charges
{
    /// <summary>Gives households without anybody to a post; all of them or none.</summary>
    /// <param name="known">Every charge of these households in the role.</param>
    /// <param name="households">Which households.</param>
    /// <param name="post">To whom.</param>
    /// <param name="day">The first day.</param>
    /// <returns>The charges that begin, or why not.</returns>
    public static Outcome<IReadOnlyList<Charge>> Assign(IReadOnlyCollection<Charge> known, IReadOnlyCollection<Guid> households, Guid post, DateOnly day)
    {
        var wanted = households.Distinct().ToHashSet();
        if (wanted.Count == 0)
        {
            return new HouseholdsAreMissing();
        }

        var taken = known.Count(charge => wanted.Contains(charge.Household) && (charge.Until is null || charge.Until > day));
        return taken > 0
            ? new HouseholdsHaveSomebody(taken)
            : Outcome<IReadOnlyList<Charge>>.Of([.. wanted.Select(household => new Charge(household, post, day, null))]);
    }

    /// <summary>Passes one household on: the one charge ends on the day on which the other begins.</summary>
    public static Outcome<(Charge Ended, Charge Begun)> Pass(Charge standing, Guid from, Guid to, DateOnly day)
    {
        if (!standing.Stands || standing.Post != from)
        {
            return new HouseholdIsInOtherHands();
        }

        // A charge that was to begin later than it is passed on has held on no day.
        var end = day < standing.Since ? standing.Since : day;
        return (standing with { Until = end }, new Charge(standing.Household, to, end, null));
    }
}
