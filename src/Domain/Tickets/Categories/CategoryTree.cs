using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Categories;

/// <summary>Subjects on two levels, as they hold for a place.</summary>
public sealed class CategoryTree
{
    /// <summary>The tree that comes with the product, in its newest version. Codes are never taken away.</summary>
    public static readonly CategoryTree BuiltIn = CategoryTreeReader.BuiltIn.MaxBy(tree => (tree.EffectiveFrom, tree.Version))!;

    private readonly FrozenDictionary<string, TicketCategory> byCode;

    internal CategoryTree(IReadOnlyList<TicketCategory> all) => (All, byCode) = (all, all.ToFrozenDictionary(category => category.Code, StringComparer.Ordinal));

    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where the tree as a whole comes from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>Where single values come from, by code, where it is another source.</summary>
    public required IReadOnlyDictionary<string, RuleSource> Sources { get; init; }

    /// <summary>Codes that a place does not use; tickets may have them still.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Every subject, each of the first level followed by those below it.</summary>
    public IReadOnlyList<TicketCategory> All { get; }

    /// <summary>What may be chosen now, in the same order.</summary>
    public IEnumerable<TicketCategory> Usable => All.Where(IsUsable);

    /// <summary>The first level of what may be chosen.</summary>
    public IEnumerable<TicketCategory> Tops => Usable.Where(category => category.Parent is null);

    /// <summary>What stands below a subject, of what may be chosen.</summary>
    public IEnumerable<TicketCategory> Below(string code) => Usable.Where(category => category.Parent == code);

    /// <summary>The subject, whether it may be chosen now or not; or null.</summary>
    public TicketCategory? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>The subject if it may be chosen, or why not.</summary>
    public Outcome<TicketCategory> Choose(string? code) =>
        string.IsNullOrWhiteSpace(code) ? new CategoryIsMissing()
        : Find(code) is not { } found ? new CategoryIsUnknown()
        : IsUsable(found) ? found : new CategoryIsSwitchedOff();

    /// <summary>The code of the first level that a code belongs to; the code itself when it is not known.</summary>
    public string TopOf(string code) => Find(code)?.Parent ?? code;

    private bool IsUsable(TicketCategory category) =>
        !SwitchedOff.Contains(category.Code) && (category.Parent is null || !SwitchedOff.Contains(category.Parent));

    /// <summary>The same tree with other subjects.</summary>
    internal CategoryTree With(IReadOnlyList<TicketCategory> all, IReadOnlySet<string> switchedOff) => new(all)
    {
        Id = Id, Version = Version, EffectiveFrom = EffectiveFrom, Source = Source, Sources = Sources, SwitchedOff = switchedOff,
    };
}
