using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Alliances;

/// <summary>Texts of several lines.</summary>
internal static class Paragraphs
{
    public static string? Optional(Faults faults, string field, string? text, int most) =>
        faults.Take(new TextRule(field, most, SeveralLines: true, null).Check(text)) is { Length: > 0 } said ? said : null;

    public static string Needed(Faults faults, string field, string? text, int most) =>
        faults.Take(new TextRule(field, most, SeveralLines: true, new TextIsMissing(field)).Check(text)) ?? string.Empty;
}
