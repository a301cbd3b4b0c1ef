using System.Text.Json;
using System.Text.Json.Serialization;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Alliances;

/// <summary>Lead times of agreements, as data.</summary>
/// <param name="ExpiringDaysBefore">Days before the last day from which an agreement counts as expiring; 1 to 366.</param>
/// <param name="ReminderDaysBefore">Days before its due day that a commitment is reminded of; 1 to 366.</param>
/// <param name="ClimbsDaysAfter">Days after its due day that an unfulfilled commitment goes to the community; 1 to 366.</param>
/// <param name="EffectiveFrom">First day in force.</param>
/// <param name="Source">Where the values come from.</param>
public sealed record AgreementLeadTimes(int ExpiringDaysBefore, int ReminderDaysBefore, int ClimbsDaysAfter, DateOnly EffectiveFrom, RuleSource Source);

/// <summary>The lead times that come with the product (<c>agreement-terms.json</c>).</summary>
public static class AgreementTerms
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly IReadOnlyList<AgreementLeadTimes> All = Read(EmbeddedRules.Text("agreement-terms.json"));

    /// <summary>What holds on a day: the latest version in force.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force yet.</exception>
    public static AgreementLeadTimes On(DateOnly day) => All.Where(t => t.EffectiveFrom <= day).MaxBy(t => t.EffectiveFrom)
        ?? throw new ArgumentOutOfRangeException(nameof(day), day, "No version is in force.");

    /// <summary>Reads lead times.</summary>
    /// <exception cref="JsonException">The text is no such list, or a value is out of its range.</exception>
    public static IReadOnlyList<AgreementLeadTimes> Read(string json) =>
    [
        .. (JsonSerializer.Deserialize<TermsJson[]>(json, Format) ?? throw new JsonException("A list of terms.")).Select(t =>
            Array.TrueForAll([t.ExpiringDaysBefore, t.ReminderDaysBefore, t.ClimbsDaysAfter], days => days is >= 1 and <= 366)
                ? new AgreementLeadTimes(t.ExpiringDaysBefore, t.ReminderDaysBefore, t.ClimbsDaysAfter, t.EffectiveFrom, new RuleSource(t.Source, t.Verification))
                : throw new JsonException("A lead time is 1 to 366 days.")),
    ];

    private sealed record TermsJson(
        string Id, int Version, DateOnly EffectiveFrom, string Source, Verification Verification,
        int ExpiringDaysBefore, int ReminderDaysBefore, int ClimbsDaysAfter);
}
