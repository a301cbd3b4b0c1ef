namespace Linli.Domain.Registry.Committees;

/// <summary>One turn of a household.</summary>
/// <param name="Household">Whose turn it is.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct DutyTurn<T>(T Household, DateOnly From, DateOnly To);

/// <summary>Rotating duty among neighbours (轮流值班): everybody in turn, nobody twice before everybody once.</summary>
public static class DutyRota
{
    /// <summary>So many turns of equal length without a gap.</summary>
    /// <param name="households">In the order of their turns; at least one.</param>
    /// <param name="first">First day of the first turn.</param>
    /// <param name="daysEach">Days of a turn, 1 or more.</param>
    /// <param name="turns">How many turns, 1 or more.</param>
    /// <param name="startAt">Whose turn is first, counted from 0; beyond the last begins again.</param>
    public static IReadOnlyList<DutyTurn<T>> Plan<T>(IReadOnlyList<T> households, DateOnly first, int daysEach, int turns, int startAt = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(households.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(daysEach, 1);
        return [.. Enumerable.Range(0, turns).Select(turn => new DutyTurn<T>(
            households[(startAt + turn) % households.Count], first.AddDays(turn * daysEach), first.AddDays(((turn + 1) * daysEach) - 1)))];
    }
}
