using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tickets.Categories;

/// <summary>What a place says of a subject: another name, another responsible party, tighter limits, not in use; or a subject of its own.</summary>
public sealed record LocalCategoryRule
{
    /// <summary>Longest name, in characters: it has to fit on a tile.</summary>
    public const int LongestName = 12;

    /// <summary>Where it holds, with everything below.</summary>
    public required PlacePath Place { get; init; }

    /// <summary>Which subject; one of its own begins with <c>x-</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The first-level subject above one of its own; null for those that come with the product.</summary>
    public string? Parent { get; init; }

    /// <summary>The name here; null leaves it as it is.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is not offered here.</summary>
    public bool IsOff { get; init; }

    /// <summary>Who sees to it here; null leaves it as it is.</summary>
    public ResponsibleParty? Responsible { get; init; }

    /// <summary>Limit until the first contact; null leaves it as it is.</summary>
    public Limit? Contact { get; init; }

    /// <summary>Limit until the result; null leaves it as it is.</summary>
    public Limit? Resolve { get; init; }

    /// <summary>Counts the changes of the whole installation; the ticket keeps it with its deadlines.</summary>
    public long Mark { get; init; }

    /// <summary>
    /// The tree as it holds at a place: rules of wider places first, narrower ones over them. A name or a party is the narrowest one's; what a
    /// wider place does not use stays out of use; limits add up, so that no place can loosen what another tightened.
    /// </summary>
    /// <param name="tree">The tree that comes with the product.</param>
    /// <param name="rules">Rules of any place.</param>
    /// <param name="place">Where.</param>
    public static CategoryTree Apply(CategoryTree tree, IEnumerable<LocalCategoryRule> rules, PlacePath place)
    {
        LocalCategoryRule[] here = [.. rules.Where(rule => rule.Place.Covers(place)).OrderBy(rule => rule.Place.Value.Length).ThenBy(rule => rule.Mark)];
        if (here.Length == 0)
        {
            return tree;
        }

        var all = tree.All.ToList();
        foreach (var rule in here)
        {
            var at = all.FindIndex(category => category.Code == rule.Code);
            if (at >= 0)
            {
                all[at] = rule.On(all[at]);
            }
            else if (rule.Parent is { } parent && all.FindIndex(category => category.Code == parent && category.Parent is null) is >= 0 and var above)
            {
                all.Insert(all.FindLastIndex(category => category.Parent == parent) is >= 0 and var last ? last + 1 : above + 1,
                    rule.On(all[above] with { Code = rule.Code, Parent = parent, Icon = null, IsOffered = false, ContactLimits = [], ResolveLimits = [], LocalMark = null, Name = null }));
            }
        }

        return tree.With(all, tree.SwitchedOff.Concat(here.Where(rule => rule.IsOff).Select(rule => rule.Code)).ToHashSet());
    }

    /// <summary>What is wrong with the rule where it is to hold, or nothing.</summary>
    /// <param name="tree">The tree as it holds there without this rule.</param>
    /// <param name="profile">The limits that nobody may loosen.</param>
    public IReadOnlyList<Refusal> Faults(CategoryTree tree, ServiceLevelProfile profile)
    {
        var faults = new List<Refusal>();
        var known = tree.Find(Code);
        var above = Parent is null ? known : tree.Find(Parent);
        if (above is null || (Parent is not null && above.Parent is not null))
        {
            return [new CategoryIsUnknown()];
        }

        // A danger must stay reportable, and there must be a place for everything else.
        if (IsOff && (above.Kind == TicketKind.Hazard || known?.Kind == TicketKind.Hazard || Code == "other" || tree.Below(Code).Any(child => child.Kind == TicketKind.Hazard)))
        {
            faults.Add(new CategoryStaysInUse());
        }

        var level = profile.For((known ?? above).Suggested);
        AddIfLaxer(faults, nameof(Contact), Contact, level.Contact);
        AddIfLaxer(faults, nameof(Resolve), Resolve, level.Resolve);
        return faults;
    }

    private static void AddIfLaxer(List<Refusal> faults, string field, Limit? limit, Limit most)
    {
        if (limit is { } given && !given.IsNeverLongerThan(most))
        {
            faults.Add(new LimitIsLaxerThanTheProfile(field, most.Amount, most.Unit));
        }
    }

    private TicketCategory On(TicketCategory category) => category with
    {
        Name = Name ?? category.Name,
        Responsible = Responsible ?? category.Responsible,
        ContactLimits = Contact is { } contact ? [.. category.ContactLimits, contact] : category.ContactLimits,
        ResolveLimits = Resolve is { } resolve ? [.. category.ResolveLimits, resolve] : category.ResolveLimits,
        LocalMark = Contact is null && Resolve is null ? category.LocalMark : $"@{Mark}",
    };
}
