using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Categories;

/// <summary>A category as it holds at a place, with its limits for the suggested urgency.</summary>
public sealed record CategoryView
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string? Parent { get; init; }

    public required TicketKind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    public required ResponsibleParty Responsible { get; init; }

    /// <summary>Whether it leads to mediation.</summary>
    public required bool IsMediated { get; init; }

    public required bool IsOffered { get; init; }

    public required bool IsInUse { get; init; }

    /// <summary>Whether the place made it itself.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Whether the place itself says something of it.</summary>
    public required bool IsAdapted { get; init; }

    /// <summary>Limits until the first contact; the earliest holds.</summary>
    public required IReadOnlyList<Limit> Contact { get; init; }

    /// <summary>Limits until the result; the earliest holds.</summary>
    public required IReadOnlyList<Limit> Resolve { get; init; }
}

/// <summary>A change of a category's rule, newest first.</summary>
public sealed record CategoryRuleVersion(string Title, bool IsOff, bool IsWithdrawn, string? Name, ResponsibleParty? Responsible, Limit? Contact, Limit? Resolve, string Reason, string SetAs, DateTimeOffset SetAt);

/// <summary>The categories of a place.</summary>
public sealed record CategoriesView(
    CategoryPlace Place, string Version, RuleSource Source, IReadOnlyList<CategoryView> Categories, IReadOnlyDictionary<string, RuleSource> Sources, IReadOnlyList<CategoryRuleVersion> History);

/// <summary>The tree of categories as it holds somewhere.</summary>
internal sealed class ShowCategories(LinliDb db, CategoryPlaces places, CategoryBook book, TimeProvider clock)
{
    /// <summary>For who may adapt it: everything, with what changed.</summary>
    public async Task<CategoriesView?> Execute(string? placeCode, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ManageCategories);
        var code = string.IsNullOrWhiteSpace(placeCode) && actor.Capacity is { } capacity ? await places.CodeOf(capacity.PlaceId, scope, cancel) : placeCode;
        if (code is null || await places.Find(code, scope, cancel) is not { } place)
        {
            return null;
        }

        var tree = book.At(place.Path);
        return new(place, $"{tree.Id}@{tree.Version}", tree.Source, Views(tree, tree.All, book.OwnOf(place.Path)), tree.Sources, await History(place.Id, cancel));
    }

    /// <summary>What the actor may choose in the own place.</summary>
    public IReadOnlyList<CategoryView> Usable(Actor actor)
    {
        if ((Scope.Of(actor, Permission.ReportTickets).IsNothing && Scope.Of(actor, Permission.ViewTickets).IsNothing) || actor.Capacity is not { } capacity)
        {
            return [];
        }

        var tree = book.At(capacity.Path);
        return Views(tree, tree.Usable, new Dictionary<string, LocalCategoryRule>());
    }

    private List<CategoryView> Views(CategoryTree tree, IEnumerable<TicketCategory> categories, IReadOnlyDictionary<string, LocalCategoryRule> own)
    {
        var profile = ServiceLevels.DefaultOn(ChinaTime.DayOf(clock.GetUtcNow()));
        var usable = tree.Usable.Select(category => category.Code).ToHashSet();
        return [.. categories.Select(category => new CategoryView
        {
            Code = category.Code, Title = book.Title(category), Parent = category.Parent, Kind = category.Kind, Urgency = category.Suggested,
            Responsible = category.Responsible, IsMediated = category.IsMediated, IsOffered = category.IsOffered, IsInUse = usable.Contains(category.Code),
            IsLocal = TicketCategory.Find(category.Code) is null, IsAdapted = own.ContainsKey(category.Code),
            Contact = [profile.For(category.Suggested).Contact, .. category.ContactLimits], Resolve = [profile.For(category.Suggested).Resolve, .. category.ResolveLimits],
        })];
    }

    private async Task<List<CategoryRuleVersion>> History(Guid placeId, CancellationToken cancel) =>
        [.. (await db.Set<CategoryRule>().AsNoTracking().Where(r => r.PlaceId == placeId).OrderByDescending(r => r.Mark).Take(50).ToListAsync(cancel))
            .Select(r => new CategoryRuleVersion(
                book.TitleOf(r.Code), r.IsOff, r.IsWithdrawn, r.Name, r.Responsible, Limit(r.ContactAmount, r.ContactUnit), Limit(r.ResolveAmount, r.ResolveUnit), r.Reason, r.SetAs, r.SetAt))];

    private static Limit? Limit(int? amount, TimeUnit? unit) => amount is { } number && unit is { } of ? new Limit(number, of) : null;
}
