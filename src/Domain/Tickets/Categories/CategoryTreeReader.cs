using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Categories;

/// <summary>Reads versions of the catalogue.</summary>
public static class CategoryTreeReader
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<CategoryTree> BuiltIn = Read(RuleFile.Text("Tickets/Categories/ticket-categories.json"));

    /// <summary>Reads versions; codes are unique, and what stands below takes from above what it does not say itself.</summary>
    /// <exception cref="JsonException">The text is no such list, or leaves something out.</exception>
    public static IReadOnlyList<CategoryTree> Read(string json) =>
        [.. RuleFile.List<TreeJson>(json).Select(Tree)];

    private static CategoryTree Tree(TreeJson json)
    {
        TicketCategory[] all = [.. json.Categories.SelectMany(top => (IEnumerable<TicketCategory>)[Top(top), .. (top.Children ?? []).Select(child => Below(Top(top), child))])];
        if (all.Select(category => category.Code).Distinct(StringComparer.Ordinal).Count() != all.Length)
        {
            throw new JsonException($"A code stands twice in {json.Id}.");
        }

        return new CategoryTree(all)
        {
            Id = json.Id,
            Version = json.Version,
            EffectiveFrom = json.EffectiveFrom,
            Source = RuleFile.Source(json.Source, json.Verification),
            Sources = json.Categories.Where(top => top.Source is not null)
                .ToDictionary(top => top.Code, top => RuleFile.Source(top.Source!, top.Verification ?? throw new JsonException($"{top.Code} has a source without verification."))),
        };
    }

    private static TicketCategory Top(TopJson json) => new(json.Code, json.Kind, json.Urgency)
    {
        Responsible = json.Responsible, Icon = json.Icon, IsOffered = json.Offered, IsMediated = json.Mediated,
    };

    private static TicketCategory Below(TicketCategory top, ChildJson json) => new(json.Code, json.Kind ?? top.Kind, json.Urgency ?? top.Suggested)
    {
        Parent = top.Code, Responsible = json.Responsible ?? top.Responsible, IsMediated = json.Mediated ?? top.IsMediated,
    };

    private sealed record TreeJson(
        string Id, int Version, DateOnly EffectiveFrom, string Source, Verification Verification, IReadOnlyList<TopJson> Categories);

    private sealed record TopJson(
        string Code,
        TicketKind Kind,
        ResponsibleParty Responsible,
        Urgency Urgency,
        string? Icon = null,
        bool Offered = false,
        bool Mediated = false,
        string? Source = null,
        Verification? Verification = null,
        IReadOnlyList<ChildJson>? Children = null);

    private sealed record ChildJson(
        string Code, TicketKind? Kind = null, ResponsibleParty? Responsible = null, Urgency? Urgency = null, bool? Mediated = null);
}
