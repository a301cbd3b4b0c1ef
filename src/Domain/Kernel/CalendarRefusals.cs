namespace Linli.Domain.Kernel;

/// <summary>No such year is kept.</summary>
/// <param name="First">First year that is taken.</param>
/// <param name="Last">Last year that is taken.</param>
public sealed record CalendarYearIsOutOfRange(int First, int Last) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Year";
}

/// <summary>A year is entered from a notice that is named.</summary>
public sealed record CalendarSourceIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Source";
}

/// <summary>A notice names days.</summary>
public sealed record CalendarDaysAreMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>No notice names so many days.</summary>
/// <param name="Limit">Days allowed.</param>
/// <param name="Count">Days given.</param>
public sealed record CalendarDaysAreTooMany(int Limit, int Count) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>A day says to which holiday it belongs.</summary>
public sealed record CalendarDayHasNoName : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>A day stands there twice; off or working cannot both be true.</summary>
/// <param name="Date">The day.</param>
public sealed record CalendarDayIsThereTwice(DateOnly Date) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>A day of another year, beyond the December before.</summary>
/// <param name="Date">The day.</param>
/// <param name="Year">The year of the notice.</param>
public sealed record CalendarDayIsInAnotherYear(DateOnly Date, int Year) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>The text is no notice in the known form.</summary>
public sealed record CalendarFileIsUnreadable : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Json";
}

/// <summary>The file speaks of another year than the page.</summary>
/// <param name="Year">The year of the page.</param>
/// <param name="Given">The year of the file.</param>
public sealed record CalendarFileIsOfAnotherYear(int Year, int Given) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Json";
}

/// <summary>A stretch of days ends before it begins, or is longer than any holiday.</summary>
public sealed record CalendarStretchIsWrong : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}
