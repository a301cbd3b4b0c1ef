using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>A version of the lead times of agreements; those that come with the product stand in <c>agreement-terms.json</c>.</summary>
/// <param name="ExpiringDaysBefore">Days before the last day from which an agreement counts as expiring; 1 to 366.</param>
/// <param name="ReminderDaysBefore">Days before its due day that a commitment is reminded of; 1 to 366.</param>
/// <param name="ClimbsDaysAfter">Days after its due day that an unfulfilled commitment goes to the community; 1 to 366.</param>
/// <param name="Version">Counts up from 1 with every change of a value.</param>
/// <param name="EffectiveFrom">First day in force.</param>
/// <param name="Source">Where the values come from.</param>
public sealed record AgreementLeadTimes(int ExpiringDaysBefore, int ReminderDaysBefore, int ClimbsDaysAfter, int Version, DateOnly EffectiveFrom, RuleSource Source)
    : IRuleVersion
{
    private static readonly IReadOnlyList<AgreementLeadTimes> BuiltIn = Read(RuleFile.Text("Registry/Alliances/agreement-terms.json"));

    /// <summary>The version in force on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force yet.</exception>
    public static AgreementLeadTimes On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads lead times.</summary>
    /// <exception cref="JsonException">The text is no such list, or a value is out of its range.</exception>
    public static IReadOnlyList<AgreementLeadTimes> Read(string json) =>
    [
        .. RuleFile.List<TermsJson>(json).Select(t =>
            Array.TrueForAll([t.ExpiringDaysBefore, t.ReminderDaysBefore, t.ClimbsDaysAfter], days => days is >= 1 and <= 366)
                ? new AgreementLeadTimes(t.ExpiringDaysBefore, t.ReminderDaysBefore, t.ClimbsDaysAfter, t.Version, t.EffectiveFrom, RuleFile.Source(t.Source, t.Verification))
                : throw new JsonException("A lead time is 1 to 366 days.")),
    ];

    private sealed record TermsJson(
        string Id, int Version, DateOnly EffectiveFrom, string Source, Verification Verification,
        int ExpiringDaysBefore, int ReminderDaysBefore, int ClimbsDaysAfter);
}
