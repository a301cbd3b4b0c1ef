using System.Diagnostics.CodeAnalysis;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Changes;

/// <summary>Gathers all that is wrong with an input, so that it is told at once.</summary>
internal abstract class FaultList
{
    private readonly List<Refusal> refusals = [];

    public bool Any => refusals.Count > 0;

    public IReadOnlyList<Refusal> All => refusals;

    public void Add(Refusal refusal) => refusals.Add(refusal);

    public void AddIf(bool wrong, Refusal refusal)
    {
        if (wrong)
        {
            refusals.Add(refusal);
        }
    }

    /// <summary>The value, or its default after noting why it is refused.</summary>
    [return: MaybeNull]
    public T Take<T>(Outcome<T> outcome)
    {
        if (!outcome.Succeeded(out var value))
        {
            refusals.AddRange(outcome.Refusals);
        }

        return value;
    }

    /// <summary>A line of text that must be there.</summary>
    public string Line(string field, string? text, int most) => Take(new TextRule(field, most, SeveralLines: false, new TextIsMissing(field)).Check(text)) ?? string.Empty;

    /// <summary>A line of text that may be left empty.</summary>
    public string? OptionalLine(string field, string? text, int most) =>
        Take(new TextRule(field, most, SeveralLines: false, null).Check(text)) is { Length: > 0 } line ? line : null;

    /// <summary>A text of several lines that must be there.</summary>
    public string Text(string field, string? text, int most) => Take(new TextRule(field, most, SeveralLines: true, new TextIsMissing(field)).Check(text)) ?? string.Empty;

    /// <summary>A text of several lines that may be left empty.</summary>
    public string? OptionalText(string field, string? text, int most) =>
        Take(new TextRule(field, most, SeveralLines: true, null).Check(text)) is { Length: > 0 } line ? line : null;
}
