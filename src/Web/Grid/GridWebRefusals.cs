using Linli.Domain.Kernel;

namespace Linli.Web.Grid;

/// <summary>A number lies outside its range.</summary>
public sealed record CountIsOutOfRange(string Input, int Least, int Most) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A day was not given.</summary>
public sealed record GridDayIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A day lies too far from today.</summary>
public sealed record GridDayIsImplausible(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A choice was not made, or is none of those offered.</summary>
public sealed record GridChoiceIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>Nobody of that number has a household in the compound.</summary>
public sealed record NobodyLivesHereByThatNumber : Refusal
{
    public override string? Field => "PhoneNumber";
}

/// <summary>The member registered in this compound already.</summary>
public sealed record MemberIsRegisteredAlready : Refusal;

/// <summary>The registration has ended.</summary>
public sealed record RegistrationHasEnded : Refusal;

/// <summary>The member has taken the position already.</summary>
public sealed record PositionIsTakenAlready : Refusal;

/// <summary>The organisation has reported to this community already.</summary>
public sealed record UnitHasReportedAlready : Refusal
{
    public override string? Field => "Name";
}

/// <summary>Time of begin or end was not given.</summary>
public sealed record TimeIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>The last day of the period lies before its first.</summary>
public sealed record PeriodEndsBeforeItBegins : Refusal
{
    public override string? Field => "To";
}

/// <summary>There is no confirmed service in the period, so there is nothing to tell the unit.</summary>
public sealed record NothingConfirmedInPeriod : Refusal
{
    public override string? Field => "From";
}
