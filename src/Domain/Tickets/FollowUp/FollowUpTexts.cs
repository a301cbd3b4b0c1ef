using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>The texts and days that acts of 跟踪督促 carry, with their rules. Lengths are chosen by design.</summary>
public static class FollowUpTexts
{
    /// <summary>Why it is listed, not listed, or no longer listed: 1 to 500 characters.</summary>
    public static readonly TextRule Why = TicketTexts.Reason;

    /// <summary>What will be done and by when: 1 to 500 characters.</summary>
    public static readonly TextRule Plan = new("Plan", 500, SeveralLines: true, new PlanIsMissing());

    /// <summary>With whom the talk was: 1 to 100 characters.</summary>
    public static readonly TextRule With = new("With", 100, SeveralLines: false, new InterviewedIsMissing());

    /// <summary>What was agreed: 1 to 1,000 characters.</summary>
    public static readonly TextRule Agreed = new("Agreed", 1000, SeveralLines: true, new AgreedIsMissing());

    /// <summary>The last day of a listing: today at the earliest.</summary>
    public static Refusal? CheckUntil(DateOnly? until, DateOnly today, PersonalStepRule rule) => until is not { } day ? new ListedUntilIsMissing()
        : day < today || day > today.AddDays(rule.LongestDays) ? new ListedUntilIsOutOfRange(today.AddDays(rule.LongestDays)) : null;

    /// <summary>The day of a talk: not before the report, not in the future.</summary>
    public static Refusal? CheckHeldOn(DateOnly? held, DateOnly received, DateOnly today) => held is not { } day ? new HeldOnIsMissing()
        : day < received || day > today ? new HeldOnIsOutOfRange() : null;

    /// <summary>The day of the next talk, where one is set.</summary>
    public static Refusal? CheckNextOn(DateOnly? next, DateOnly today, PersonalStepRule rule) =>
        next is { } day && (day <= today || day > today.AddDays(rule.LongestDays)) ? new NextOnIsOutOfRange(today.AddDays(rule.LongestDays)) : null;
}
