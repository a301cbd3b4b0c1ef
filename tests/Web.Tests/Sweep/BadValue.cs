namespace Linli.Web.Tests.Sweep;

/// <summary>Something that no field means: typed, pasted, or sent by a program that does not care.</summary>
internal sealed record BadValue(string Name, string Text)
{
    /// <summary>Bytes as they stand in the body, percent-encoded, where a text could not say it.</summary>
    public string? Raw { get; init; }

    /// <summary>No field of text may take this.</summary>
    public bool FitsNowhere { get; init; }

    /// <summary>Tried in English too.</summary>
    public bool InEnglishToo { get; init; }

    /// <summary>Whether a page can give it back as it came: not what is no text at all.</summary>
    public bool CanBeKept { get; init; } = true;

    public const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    public static readonly BadValue Empty = new("empty", string.Empty) { InEnglishToo = true };

    public static IReadOnlyList<BadValue> All { get; } =
    [
        Empty,
        new("overlong", new string('长', 100_000)) { FitsNowhere = true, InEnglishToo = true },
        new("script", Script),
        new("zero-width", "\u200b\u3000\u2060"),
        new("turned round", "a\u202egpj.exe") { FitsNowhere = true },
        new("control characters", "a\u0001\u001b[31m") { FitsNowhere = true, CanBeKept = false },
        new("no such choice", "no-such-thing") { InEnglishToo = true },
        new("negative", "-1") { InEnglishToo = true },
        new("huge", "99999999999999999999"),
        new("beyond numbers", "1e400"),
        new("no day", "2026-02-30") { InEnglishToo = true },
        new("first day of all", "0001-01-01"),
        new("last day of all", "9999-12-31"),
        new("unknown id", "11111111-2222-3333-4444-555555555555"),
        new("GB18030", "电梯") { Raw = "%B5%E7%CC%DD", CanBeKept = false },
        new("half a character", "电") { Raw = "%E7%94", CanBeKept = false },
        new("NUL", "\0") { Raw = "%00", FitsNowhere = true, CanBeKept = false },
    ];

    /// <summary>What a choice or a hidden value is tried with: nobody types there.</summary>
    public static IReadOnlyList<BadValue> WhereNothingIsTyped { get; } =
        [.. All.Where(v => v.Name is "empty" or "overlong" or "script" or "no such choice" or "negative" or "huge" or "unknown id" or "NUL")];

    public override string ToString() => Name;
}
