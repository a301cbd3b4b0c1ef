using Linli.Domain.Grid;

namespace Linli.Web.Grid.Care;

/// <summary>A household with care marks, in a list.</summary>
public sealed record CareRow(string UnitCode, string Label, string Compound, string Name, CareNeed Need, string? Note, DateTimeOffset SetAt);

/// <summary>Somebody of the household, and what the person agreed to.</summary>
public sealed record CarePerson(Guid Id, string Name, string Relation, bool ShowsPhone, bool AgreesToMark, bool MadeUp);

/// <summary>A mark that holds.</summary>
public sealed record CareMarkRow(Guid Id, string Name, CareNeed Need, string? Note, string SetAs, DateTimeOffset SetAt, DateOnly KeepUntil);

/// <summary>A household as the community worker and the grid worker of the area see it.</summary>
public sealed record CareView(string UnitCode, string Label, string CompoundCode, string CompoundName, IReadOnlyList<CarePerson> People, IReadOnlyList<CareMarkRow> Marks);
