using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>What a Party member registers with (报到), as the form, the API and a workbook may say it.</summary>
/// <param name="WorkUnit">Where the member works; at most 60 characters.</param>
/// <param name="Skills">At most 100 characters; null when none were told.</param>
/// <param name="Services">What the member offers to do; at most 100 characters; null when nothing was told.</param>
/// <param name="HoursAMonth">Whole hours a month, 0 to 744; null when not told.</param>
public sealed record RegistrationFacts(string WorkUnit, string? Skills, string? Services, int? HoursAMonth)
{
    /// <summary>Hours of the longest month.</summary>
    public const int MostHours = 31 * 24;

    private const int LongestUnit = 60;
    private const int LongestLine = 100;

    /// <summary>The facts, or all that is wrong with them; each refusal names its input.</summary>
    public static Outcome<RegistrationFacts> Read(string? workUnit, string? skills, string? services, int? hoursAMonth)
    {
        var refusals = new List<Refusal>();
        string? Line(string input, string? text, int most, Refusal? missing)
        {
            var checkedText = new TextRule(input, most, SeveralLines: false, missing).Check(text);
            if (checkedText.Succeeded(out var line))
            {
                return line.Length == 0 ? null : line;
            }

            refusals.AddRange(checkedText.Refusals);
            return null;
        }

        var facts = new RegistrationFacts(
            Line(nameof(WorkUnit), workUnit, LongestUnit, new TextIsMissing(nameof(WorkUnit))) ?? string.Empty,
            Line(nameof(Skills), skills, LongestLine, null), Line(nameof(Services), services, LongestLine, null), hoursAMonth);
        if (hoursAMonth is < 0 or > MostHours)
        {
            refusals.Add(new HoursAMonthAreOutOfRange(0, MostHours));
        }

        return refusals.Count == 0 ? facts : Outcome<RegistrationFacts>.Refused(refusals);
    }
}
