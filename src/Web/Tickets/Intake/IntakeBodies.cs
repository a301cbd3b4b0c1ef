
namespace Linli.Web.Tickets.Intake;

/// <summary>What is about to be reported, to see what is open already.</summary>
internal sealed record SimilarBody
{
    /// <summary>For a clerk: the compound. A resident's own is known.</summary>
    public Guid? CompoundId { get; init; }

    public required string Category { get; init; }

    public Guid? PlaceId { get; init; }

    public string? Description { get; init; }
}

/// <summary>Who is looked for; in a body, for addresses are logged.</summary>
internal sealed record CallersBody
{
    public required Guid CompoundId { get; init; }

    /// <summary>A phone number, part of a name or of a dwelling's label.</summary>
    public required string Words { get; init; }
}

/// <summary>A sheet with the address that its code holds.</summary>
internal sealed record SheetAnswer(string PlaceName, string CompoundName, string Address, int Version, DateTimeOffset IssuedAt);

/// <summary>What taking over a list did or would do; with faults, nothing.</summary>
internal sealed record HotlineAnswer(bool Imported, int New, int Changed, int Unchanged, IReadOnlyList<HotlineFaultAnswer> Faults, IReadOnlyList<string> PassedOver);

internal sealed record HotlineFaultAnswer(int Row, string? Column, string Type, string Message);
