using Linli.Domain.Kernel;

namespace Linli.Web.Insight;

/// <summary>A period's last day lies before its first.</summary>
public sealed record PeriodEndsBeforeItBegins : Refusal
{
    public override string? Field => "to";
}

/// <summary>A day of the period lies outside the years that can be counted.</summary>
public sealed record PeriodIsOutOfRange(string Input, int FirstYear, int LastYear) : Refusal
{
    public override string? Field => Input;
}
