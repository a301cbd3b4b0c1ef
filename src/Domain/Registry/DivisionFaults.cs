using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>Why a row of a division table is refused. One fault anywhere, and nothing of the table is imported.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Division">The code as it stands in the row.</param>
public abstract record DivisionFault(int Line, string Division) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "File";
}

/// <summary>The code has not the digits that its level asks for (2, 4, 6, 9, 12).</summary>
public sealed record DivisionCodeIsMalformed(int Line, string Division, int Level) : DivisionFault(Line, Division);

/// <summary>The level is none of 1 to 5.</summary>
public sealed record DivisionLevelIsUnknown(int Line, string Division, int Level) : DivisionFault(Line, Division);

/// <summary>The code stood in an earlier line already.</summary>
public sealed record DivisionIsDuplicate(int Line, string Division, int FirstLine) : DivisionFault(Line, Division);

/// <summary>No parent is named, though it is no province; or a province names one.</summary>
public sealed record DivisionParentDoesNotFitLevel(int Line, string Division, int Level) : DivisionFault(Line, Division);

/// <summary>The parent is neither in the table nor in the registry (or will no longer have that code after this import).</summary>
public sealed record DivisionIsOrphan(int Line, string Division, string Parent) : DivisionFault(Line, Division);

/// <summary>The parent stands at the same level or deeper.</summary>
public sealed record DivisionIsNotBelowItsParent(int Line, string Division, string Parent, int ParentLevel) : DivisionFault(Line, Division);

/// <summary>Following the parents leads back to the row.</summary>
public sealed record DivisionStandsBelowItself(int Line, string Division) : DivisionFault(Line, Division);

/// <summary>A new place whose code does not begin with its parent's code; only places that exist may stand so.</summary>
public sealed record DivisionCodeDoesNotBeginWithParent(int Line, string Division, string Parent) : DivisionFault(Line, Division);

/// <summary>The name is empty.</summary>
public sealed record DivisionNameIsMissing(int Line, string Division) : DivisionFault(Line, Division);

/// <summary>The name is longer than allowed.</summary>
public sealed record DivisionNameIsTooLong(int Line, string Division, int Limit) : DivisionFault(Line, Division);

/// <summary>The name holds characters that cannot be kept.</summary>
public sealed record DivisionNameHasForbiddenCharacters(int Line, string Division) : DivisionFault(Line, Division);

/// <summary>A renumbered place keeps its level.</summary>
public sealed record DivisionLevelMayNotChange(int Line, string Division, string Previous, int PreviousLevel) : DivisionFault(Line, Division);

/// <summary>Two rows claim the same previous code.</summary>
public sealed record PreviousCodeIsClaimedTwice(int Line, string Division, string Previous, int FirstLine) : DivisionFault(Line, Division);

/// <summary>The previous code is still in use by another place: merged places and exchanged codes are not decided by a table.</summary>
public sealed record PreviousCodeIsStillInUse(int Line, string Division, string Previous) : DivisionFault(Line, Division);
