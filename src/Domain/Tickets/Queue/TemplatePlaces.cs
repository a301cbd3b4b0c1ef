using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Queue;

/// <summary>The names by which templates leave something open, read from <c>template-places.json</c>; each reader's language has its own.</summary>
public static class TemplatePlaces
{
    private static readonly IReadOnlyDictionary<TemplatePlace, IReadOnlyList<string>> Names = Read(RuleFile.Text("Tickets/Queue/template-places.json"));

    /// <summary>The place of the name, in whatever language; null when there is none.</summary>
    public static TemplatePlace? Find(string name) =>
        Names.Where(pair => pair.Value.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)).Select(pair => (TemplatePlace?)pair.Key).FirstOrDefault();

    /// <summary>The names of a place; the first is Chinese, the second English.</summary>
    public static IReadOnlyList<string> NamesOf(TemplatePlace place) => Names[place];

    internal static IReadOnlyDictionary<TemplatePlace, IReadOnlyList<string>> Read(string json)
    {
        var read = RuleFile.List<PlaceJson>(json).ToDictionary(one => one.Place, one => one.Names);
        return read.Count == Enum.GetValues<TemplatePlace>().Length && read.Values.All(names => names.Count >= 2) && read.Values.SelectMany(names => names).Distinct().Count() == read.Values.Sum(names => names.Count)
            ? read
            : throw new JsonException("Each place has names of its own in two languages.");
    }

    private sealed record PlaceJson(TemplatePlace Place, IReadOnlyList<string> Names);
}
