using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Categories;

namespace Linli.Domain.Tickets;

/// <summary>A report as it is taken in: every part checked, texts cleaned.</summary>
public sealed record TicketReport
{
    /// <summary>Most photos of one report.</summary>
    public const int MaxPhotos = 6;

    private TicketReport(string description, string? place, TicketCategory category)
    {
        Description = description;
        Place = place;
        Category = category;
    }

    /// <summary>What the matter is, 1 to 2,000 characters.</summary>
    public string Description { get; }

    /// <summary>Where it is in the reporter's words, at most 100 characters; null when nothing was said.</summary>
    public string? Place { get; }

    /// <summary>What it is about.</summary>
    public TicketCategory Category { get; }

    /// <summary>The report, or everything that is wrong with it at once, each with the field it belongs to.</summary>
    /// <param name="description">As typed.</param>
    /// <param name="place">As typed.</param>
    /// <param name="category">Code of a <see cref="TicketCategory"/>.</param>
    /// <param name="photos">Number of photos.</param>
    public static Outcome<TicketReport> Of(string? description, string? place, string? category, int photos) =>
        Of(description, place, category, photos, CategoryTree.BuiltIn);

    /// <summary>The same with the categories as they hold at the place.</summary>
    /// <param name="description">As typed.</param>
    /// <param name="place">As typed.</param>
    /// <param name="category">Code of a <see cref="TicketCategory"/>.</param>
    /// <param name="photos">Number of photos.</param>
    /// <param name="tree">What may be chosen.</param>
    public static Outcome<TicketReport> Of(string? description, string? place, string? category, int photos, CategoryTree tree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(photos);
        var checkedDescription = TicketTexts.Description.Check(description);
        var checkedPlace = TicketTexts.Place.Check(place);
        var chosen = tree.Choose(category);

        List<Refusal> refusals = [.. checkedDescription.Refusals, .. checkedPlace.Refusals, .. chosen.Refusals];
        if (photos > MaxPhotos)
        {
            refusals.Add(new PhotosAreTooMany(MaxPhotos, photos));
        }

        return refusals.Count > 0
            ? Outcome<TicketReport>.Refused(refusals)
            : new TicketReport(checkedDescription.Value, checkedPlace.Value is { Length: > 0 } said ? said : null, chosen.Value);
    }
}
