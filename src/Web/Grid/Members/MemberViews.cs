using Linli.Domain.Grid;

namespace Linli.Web.Grid.Members;

/// <summary>A registered member in a list of the branch.</summary>
public sealed record MemberRow(
    Guid Id, string Name, string CompoundCode, string CompoundName, string WorkUnit, bool UnitHasReported, string? Skills, string? Services, int? HoursAMonth,
    DateOnly RegisteredOn, DateOnly? EndedOn, int ConfirmedMinutes, int WaitingRecords, bool MadeUp);

/// <summary>A registration with what was done.</summary>
public sealed record MemberView
{
    public required MemberRow Member { get; init; }

    public required string CommunityName { get; init; }

    public required bool IsOwn { get; init; }

    public required bool MayManage { get; init; }

    public required IReadOnlyList<ClaimRow> Claims { get; init; }

    public required IReadOnlyList<ServiceRow> Services { get; init; }

    public required IReadOnlyList<LetterRow> Letters { get; init; }
}

/// <summary>A position that the member took.</summary>
public sealed record ClaimRow(Guid Id, Guid PositionId, string Title, string PlaceText, DateOnly ClaimedOn, DateOnly? EndedOn);

/// <summary>Hours served.</summary>
public sealed record ServiceRow(
    Guid Id, Guid RegistrationId, string Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minutes, string What, string? Position, ServiceState State,
    string? DecidedBy, string? DecisionNote, string? CorrectionReason, bool IsCorrection, bool MayDecide);

/// <summary>A letter to the unit.</summary>
public sealed record LetterRow(Guid Id, DateOnly From, DateOnly To, int Services, int Minutes, DateTimeOffset IssuedAt);

/// <summary>A letter as it is printed.</summary>
public sealed record LetterView(
    Guid Id, Guid RegistrationId, string Name, string WorkUnit, string CompoundName, string CommunityName, DateOnly From, DateOnly To, int Services, int Minutes,
    string? Words, string IssuedAs, DateTimeOffset IssuedAt, IReadOnlyList<ServiceRow> Records);

/// <summary>A position with how many hold it.</summary>
public sealed record PositionRow(
    Guid Id, string Title, string PlaceName, string PlaceText, string? Skills, int Capacity, int Taken, string KeptBy, bool TakenByMe, bool MayManage);

/// <summary>Figures of a place; members and minutes are null where so few registered that they could be told apart.</summary>
public sealed record MemberTotals(string Code, string Name, bool IsCompound, int? Registered, int? Serving, int? ConfirmedMinutes, int? WaitingRecords, int Units);

/// <summary>An organisation that reported.</summary>
public sealed record UnitReportRow(Guid Id, string Name, string? Contact, int? Members, int Registered, DateOnly ReportedOn);
