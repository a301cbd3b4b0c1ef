using System.Text;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>
/// The words of a response template. A name in braces is a place to be filled; a doubled brace is a brace. What is filled in stays as it is: braces of a
/// ticket's own words are never read as places.
/// </summary>
public static class TemplateText
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 40;

    /// <summary>Most characters of the words: those of a note on a contact, which is the shorter of the two.</summary>
    public const int LongestBody = 500;

    /// <summary>Why the words cannot be a template; null when they can.</summary>
    public static Refusal? Fault(string text) => Parts(text).FirstOrDefault(part => part.Fault is not null).Fault;

    /// <summary>The words with every place filled.</summary>
    /// <exception cref="ArgumentException">The words are no template.</exception>
    public static string Fill(string text, Func<TemplatePlace, string> value)
    {
        var filled = new StringBuilder(text.Length + 40);
        foreach (var part in Parts(text))
        {
            _ = part.Fault is not null ? throw new ArgumentException(part.Fault.ToString(), nameof(text))
                : part.Place is { } place ? filled.Append(value(place)) : filled.Append(part.Words);
        }

        return filled.ToString();
    }

    private static IEnumerable<(string Words, TemplatePlace? Place, Refusal? Fault)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace != 0)
            {
                var until = brace < 0 ? text.Length : at + brace;
                yield return (text[at..until], null, null);
                at = until;
            }
            else if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                yield return (text[at..(at + 1)], null, null);
                at += 2;
            }
            else if (text[at] == '{' && text.IndexOf('}', at) is > 0 and var end)
            {
                var name = text[(at + 1)..end];
                yield return TemplatePlaces.Find(name) is { } place ? (string.Empty, place, null) : (string.Empty, null, new TemplatePlaceIsUnknown(name));
                at = end + 1;
            }
            else
            {
                yield return (string.Empty, null, new TemplateBraceIsAlone());
                yield break;
            }
        }
    }
}
