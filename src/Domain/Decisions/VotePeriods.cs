using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions;

/// <summary>Voting would open before all owners have had the notice that the rules of the place want.</summary>
/// <param name="Days">How many days of notice.</param>
/// <param name="Earliest">The first day on which voting may open.</param>
public sealed record NoticeIsTooShort(int Days, DateOnly Earliest) : Refusal
{
    /// <inheritdoc />
    public override string Field => "OpensAt";
}

/// <summary>The days of voting are fewer than the rules of the place want.</summary>
/// <param name="Days">At least so many.</param>
public sealed record VotingIsTooShort(int Days) : Refusal
{
    /// <inheritdoc />
    public override string Field => "ClosesAt";
}

/// <summary>The days of voting are more than the rules of the place let.</summary>
/// <param name="Days">At most so many.</param>
public sealed record VotingIsTooLong(int Days) : Refusal
{
    /// <inheritdoc />
    public override string Field => "ClosesAt";
}

/// <summary>Objections can still be raised.</summary>
/// <param name="Until">The last day of the period.</param>
public sealed record ObjectionPeriodRuns(DateOnly Until) : Refusal;

/// <summary>Objections can no longer be raised.</summary>
/// <param name="Until">The last day of the period.</param>
public sealed record ObjectionPeriodIsOver(DateOnly Until) : Refusal;

/// <summary>The ballots were counted anew once already.</summary>
public sealed record RecountedAlready : Refusal;

/// <summary>The periods of a decision, by the rules of the place (domain.md §1.3). Days begin after the day of the event (Civil Code 201).</summary>
public static class VotePeriods
{
    /// <summary>What is wrong with a plan: notice on a day, voting from an opening to a closing; empty when nothing is.</summary>
    public static IReadOnlyList<Refusal> Judge(DateOnly noticedOn, VotingWindow window, LocalRules rules)
    {
        var (opens, closes) = (ChinaTime.DayOf(window.OpensAt), ChinaTime.DayOf(window.ClosesAt));
        var days = closes.DayNumber - opens.DayNumber;
        return
        [
            .. new Refusal?[]
            {
                rules.Number(RuleKey.VoteNoticeDays) is { } notice && opens.DayNumber - noticedOn.DayNumber < notice
                    ? new NoticeIsTooShort(notice, noticedOn.AddDays(notice)) : null,
                rules.Number(RuleKey.VoteWindowLeast) is { } least && days < least ? new VotingIsTooShort(least) : null,
                rules.Number(RuleKey.VoteWindowMost) is { } most && days > most ? new VotingIsTooLong(most) : null,
            }.OfType<Refusal>(),
        ];
    }

    /// <summary>The last day on which objections to a result can be raised.</summary>
    public static DateOnly ObjectionsUntil(DateOnly publishedOn, LocalRules rules, WorkCalendar calendar) =>
        rules.After(RuleKey.ObjectionDays, publishedOn, calendar) ?? publishedOn;

    /// <summary>The day by which a result is to be published; null where nothing is laid down.</summary>
    public static DateOnly? PublishBy(DateOnly closedOn, LocalRules rules, WorkCalendar calendar) => rules.After(RuleKey.DecisionPostedDays, closedOn, calendar);
}
