using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Intake;

/// <summary>What a clerk writes down for a caller or visitor.</summary>
internal sealed record TakeReportInput : ChangeInput
{
    /// <summary>The compound; where the post is for one compound alone, that one.</summary>
    public Guid? CompoundId { get; set; }

    /// <summary>How it came in.</summary>
    public IntakeChannel? Channel { get; set; }

    /// <summary>A person of the compound's households, found before.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Name of a caller who is not in the register; may be left empty.</summary>
    public string? CallerName { get; set; }

    /// <summary>Number of a caller who is not in the register; may be left empty.</summary>
    public string? CallerPhone { get; set; }

    /// <summary>Whether the caller was told what name and number are for.</summary>
    public bool Told { get; set; }

    /// <summary>Code of the category.</summary>
    public string? Category { get; set; }

    /// <summary>The building, where the matter has one.</summary>
    public Guid? PlaceId { get; set; }

    /// <summary>Where, in the caller's words.</summary>
    public string? PlaceText { get; set; }

    /// <summary>What the caller said.</summary>
    public string? Description { get; set; }

    public ContactWish ContactBy { get; set; } = ContactWish.Phone;
}
