namespace Linli.Domain.Registry;

/// <summary>One row of a table of administrative divisions, as read from the file.</summary>
/// <param name="Line">Line of the file, for messages.</param>
/// <param name="Code">Statistical division code: 2, 4, 6, 9 or 12 digits for levels 1 to 5 (统计用区划代码).</param>
/// <param name="Name">Official name.</param>
/// <param name="Level">1 province to 5 community or village, as in <see cref="PlaceKind"/>.</param>
/// <param name="ParentCode">Code of the division above; null for a province.</param>
/// <param name="PreviousCode">The code that the place had before, where it was renumbered; null otherwise.</param>
public sealed record DivisionRow(int Line, string Code, string Name, int Level, string? ParentCode, string? PreviousCode = null);

/// <summary>A division that the registry holds already.</summary>
/// <param name="Id">The place's id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Level">1 to 5.</param>
/// <param name="ParentCode">Code of the division above as it is now; null at the top.</param>
public sealed record ExistingDivision(Guid Id, string Code, string Name, int Level, string? ParentCode);
