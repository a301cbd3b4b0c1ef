using System.Diagnostics.CodeAnalysis;

namespace Linli.Domain.Registry.Privacy;

/// <summary>Why a column holds personal data (PIPL 6, 13, 17, 19).</summary>
/// <param name="Purpose">Code of the purpose; its name stands in the resources.</param>
/// <param name="Basis">The item of PIPL 13.</param>
/// <param name="Retention">Code of the rule after which it is deleted or de-identified.</param>
/// <param name="Sensitive">Whether it is sensitive personal data (PIPL 28; Party membership and hardship are treated so, domain.md §9.2).</param>
public sealed record PurposeNote(string Purpose, LawfulBasis Basis, string Retention, bool Sensitive);

/// <summary>
/// What the comment of a table or a column says about personal data:
/// <c>purpose=…; basis=…; retention=…; sensitive=yes|no</c>, or <c>personal=none</c>; a table may add <c>none=column,column</c>
/// for those of its columns that hold none. A table's purpose holds for all its other columns.
/// </summary>
/// <param name="Purpose">The purpose; null when none is named.</param>
/// <param name="SaysNone">Whether a column says that it holds no personal data.</param>
/// <param name="None">Columns of the table that hold none.</param>
public sealed record DataNote(PurposeNote? Purpose, bool SaysNone, IReadOnlyList<string> None)
{
    /// <summary>A comment that says nothing about personal data.</summary>
    public static readonly DataNote Silent = new(null, false, []);

    private static readonly string[] Keys = ["purpose", "basis", "retention", "sensitive", "personal", "none"];

    /// <summary>
    /// Reads a comment. One without any of the keys is ordinary prose and silent; one that uses a key must be whole,
    /// otherwise false.
    /// </summary>
    public static bool TryParse(string? comment, [NotNullWhen(true)] out DataNote? note)
    {
        note = Silent;
        if (string.IsNullOrWhiteSpace(comment))
        {
            return true;
        }

        var parts = comment.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (!parts.Any(part => part.Length == 2 && Keys.Contains(part[0], StringComparer.Ordinal)))
        {
            return true;
        }

        note = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parts.Any(part => part.Length != 2 || part[1].Length == 0 || !Keys.Contains(part[0], StringComparer.Ordinal) || !values.TryAdd(part[0], part[1])))
        {
            return false;
        }

        IReadOnlyList<string> none = values.TryGetValue("none", out var list) ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        var purpose = PurposeOf(values);
        var saysNone = values.GetValueOrDefault("personal") == "none";
        var named = values.Keys.Count(key => key is "purpose" or "basis" or "retention" or "sensitive");
        if ((named > 0 && purpose is null) || (values.ContainsKey("personal") && !saysNone) || (saysNone && (named > 0 || none.Count > 0)))
        {
            return false;
        }

        note = new DataNote(purpose, saysNone, none);
        return true;
    }

    /// <summary>The code of a basis as comments write it: StatutoryDuty is statutory-duty.</summary>
    public static string CodeOf(LawfulBasis basis) => string.Concat(
        basis.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static PurposeNote? PurposeOf(Dictionary<string, string> values)
    {
        var basis = Enum.GetValues<LawfulBasis>().Where(b => CodeOf(b) == values.GetValueOrDefault("basis")).ToList();
        return basis is [var one]
            && values.TryGetValue("purpose", out var purpose)
            && values.TryGetValue("retention", out var retention)
            && values.GetValueOrDefault("sensitive") is "yes" or "no"
            ? new PurposeNote(purpose, one, retention, values["sensitive"] == "yes")
            : null;
    }
}
