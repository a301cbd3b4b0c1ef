using Linli.Domain.Grid;

namespace Linli.Web.Grid.Households;

/// <summary>A household that the actor looks after.</summary>
public sealed record HouseholdRow(string UnitCode, string Label, string Building, string Residents, int Notes, DateOnly Since);

/// <summary>The households of a captain or grid leader, and the hand-overs that wait.</summary>
public sealed record MyHouseholdsView(
    LeaderRole Role, bool IsDeputy, string? MainName, int Total, IReadOnlyList<HouseholdRow> Rows, int At, int Pages, IReadOnlyList<Leaders.HandOverRow> HandOvers,
    string? ContactPhone);

/// <summary>Somebody who lives in the household; the number is masked and shown whole only where the person agrees, for a reason that is logged.</summary>
public sealed record HouseholdPerson(Guid Id, string Name, string Relation, string? PhoneMasked, bool MadeUp, bool ShowsPhone);

/// <summary>What the household asked its captain to keep in mind.</summary>
public sealed record NoteRow(Guid Id, NotePurpose Purpose, string Text, DateTimeOffset WrittenAt, DateOnly KeepUntil);

/// <summary>One household.</summary>
public sealed record HouseholdView(string UnitCode, string Label, LeaderRole Role, DateOnly Since, IReadOnlyList<HouseholdPerson> People, IReadOnlyList<NoteRow> Notes);
