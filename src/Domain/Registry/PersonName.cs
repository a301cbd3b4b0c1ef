using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>A person's name as the person writes it, 1 to 50 characters on one line.</summary>
public sealed record PersonName
{
    private static readonly TextRule Rule = new("Name", 50, SeveralLines: false, new PersonNameIsMissing());

    private PersonName(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The form for those who need not know: the first character, the rest as stars (张**).</summary>
    public string Masked
    {
        get
        {
            var letters = new StringInfo(Value);
            return letters.SubstringByTextElements(0, 1) + new string('*', letters.LengthInTextElements - 1);
        }
    }

    /// <summary>The name without white space at its ends, or why it is refused.</summary>
    public static Outcome<PersonName> Parse(string? text)
    {
        var cleaned = Rule.Check(text);
        return cleaned.Succeeded(out var name) ? new PersonName(name) : Outcome<PersonName>.Refused(cleaned.Refusals);
    }

    /// <summary>Reads a name; false where <see cref="Parse"/> refuses.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name) => Parse(text).Succeeded(out name);

    /// <inheritdoc />
    public override string ToString() => Value;
}
