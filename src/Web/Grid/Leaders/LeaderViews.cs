using Linli.Domain.Grid;

namespace Linli.Web.Grid.Leaders;

/// <summary>A captain or grid leader in a list.</summary>
public sealed record LeaderRow(
    Guid PostId, LeaderRole Role, string Name, string Organisation, DateOnly Since, DateOnly? Until, bool IsHeld, string? ContactPhone, Guid? DeputyOf, string? DeputyOfName,
    string? GridName, int Households, string Buildings, bool MadeUp);

/// <summary>A hand-over list in a list.</summary>
public sealed record HandOverRow(
    Guid Id, LeaderRole Role, string FromName, string ToName, string Reason, HandOverState State, DateOnly BegunOn, DateOnly DueOn, int Households, int SignedOff, bool IsLate);

/// <summary>Who looks after a compound's households, for those who manage it.</summary>
public sealed record CompoundLeaders(GridPlace Compound, IReadOnlyList<LeaderRow> Leaders, IReadOnlyList<HandOverRow> HandOvers, IReadOnlyList<PlaceChoice> Buildings, IReadOnlyList<OrganisationChoice> Organisations);

/// <summary>A building or entrance with how many households nobody looks after as captain.</summary>
public sealed record PlaceChoice(string Code, string Name, bool IsEntrance, int Households, int Free);

/// <summary>An organisation that has such posts.</summary>
public sealed record OrganisationChoice(Guid Id, string Name);

/// <summary>A household of a captain as the manager sees it: no names.</summary>
public sealed record LeaderHousehold(string UnitCode, string Label, DateOnly Since, bool IsOnList);

/// <summary>A captain or grid leader with the households.</summary>
public sealed record LeaderView(
    GridPlace Compound, LeaderRow Leader, IReadOnlyList<LeaderRow> Deputies, IReadOnlyList<LeaderHousehold> Households, IReadOnlyList<HandOverRow> HandOvers,
    IReadOnlyList<LeaderRow> Successors, IReadOnlyList<LeaderChangeRow> Changes, uint Version);

/// <summary>What was changed after the appointment, by whom.</summary>
public sealed record LeaderChangeRow(LeaderChangeKind What, DateOnly? OldTerm, DateOnly? NewTerm, string? Reason, string ByAs, string ByName, DateTimeOffset At);

/// <summary>A line of a hand-over list.</summary>
public sealed record HandOverLine(Guid Id, string Label, string Residents, int Notes, bool Waits, DateTimeOffset? SignedAt);

/// <summary>A hand-over list as it is printed and signed off.</summary>
public sealed record HandOverView(
    HandOverRow List, string CompoundCode, string CompoundName, DateTimeOffset? ClosedAt, IReadOnlyList<HandOverLine> Lines, bool MaySign, bool MayCancel);
