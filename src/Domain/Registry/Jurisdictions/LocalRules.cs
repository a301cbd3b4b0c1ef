using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>The value that holds somewhere on one matter, and why it is this one.</summary>
/// <param name="Key">The matter.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it comes from, and how far that was checked.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
/// <param name="From">The profile that says it.</param>
/// <param name="NotFoundIn">Nearer profiles whose text was looked for and not found; the value stands in for theirs.</param>
public sealed record LocalRule(
    RuleKey Key, RuleValue Value, RuleSource Source, DateOnly EffectiveFrom, JurisdictionProfile From, IReadOnlyList<JurisdictionProfile> NotFoundIn)
{
    /// <summary>Whether a page may show it without saying that it was not verified: the text was read, and it is the place's own.</summary>
    public bool IsVerified => Source.Verification == Verification.Verified && NotFoundIn.Count == 0;
}

/// <summary>The rules of a place: those of its nearest profile, and of those above it where that is silent.</summary>
/// <param name="Profiles">Nearest first; the national default is the last.</param>
public sealed record LocalRules(IReadOnlyList<JurisdictionProfile> Profiles)
{
    /// <summary>The profile that is nearest to the place.</summary>
    public JurisdictionProfile Nearest => Profiles[0];

    /// <summary>What decisions store, so that they can be judged by what held then: <c>sichuan@1+national@1</c>.</summary>
    public string Stamp => string.Join('+', Profiles.Select(profile => profile.Stamp));

    /// <summary>The rule of a matter; there is always one.</summary>
    public LocalRule Of(RuleKey key)
    {
        List<JurisdictionProfile> notFound = [];
        foreach (var profile in Profiles)
        {
            if (!profile.Entries.TryGetValue(key, out var entry))
            {
                continue;
            }

            if (entry.Value is { } value)
            {
                return new LocalRule(key, value, entry.Source, entry.EffectiveFrom, profile, notFound);
            }

            notFound.Add(profile);
        }

        throw new InvalidOperationException($"The national default says nothing of {key}.");
    }

    /// <summary>An amount; null where nothing is laid down.</summary>
    public AmountValue? Amount(RuleKey key) => Of(key).Value as AmountValue;

    /// <summary>A number without its unit; null where nothing is laid down.</summary>
    public int? Number(RuleKey key) => Amount(key)?.Number;

    /// <summary>A share; null where nothing is laid down.</summary>
    public ShareValue? Share(RuleKey key) => Of(key).Value as ShareValue;

    /// <summary>Whether something is laid down and so.</summary>
    public bool IsSo(RuleKey key) => Of(key).Value is FlagValue { IsSo: true };

    /// <summary>The last day of a period that begins with an event on the day; null where nothing is laid down.</summary>
    /// <param name="key">The matter whose amount is a time.</param>
    /// <param name="day">The day of the event, itself not counted.</param>
    /// <param name="calendar">Which days are working days.</param>
    public DateOnly? After(RuleKey key, DateOnly day, WorkCalendar calendar) => Amount(key) is { } amount ? Moved(day, amount, 1, calendar) : null;

    /// <summary>The day that lies so long before another; null where nothing is laid down.</summary>
    public DateOnly? Before(RuleKey key, DateOnly day, WorkCalendar calendar) => Amount(key) is { } amount ? Moved(day, amount, -1, calendar) : null;

    private static DateOnly Moved(DateOnly day, AmountValue amount, int sign, WorkCalendar calendar)
    {
        switch (amount.Unit)
        {
            case RuleUnit.Days: return day.AddDays(sign * amount.Number);
            case RuleUnit.Months: return day.AddMonths(sign * amount.Number);
            case RuleUnit.Years: return day.AddYears(sign * amount.Number);
            case RuleUnit.WorkingDays:
                for (var left = amount.Number; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0)
                {
                    day = day.AddDays(sign);
                }

                return day;
            default: throw new InvalidOperationException($"{amount.Unit} is no time.");
        }
    }
}
