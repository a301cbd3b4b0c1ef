using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Committees;

/// <summary>How a compound is governed: its bodies, what happened, what is next and why.</summary>
public sealed record GovernanceView
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required CompoundType Type { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    public required Standing Standing { get; init; }

    public required LawfulStep NextStep { get; init; }

    public DateOnly? DueOn { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>The rules on which the next step rests.</summary>
    public required IReadOnlyList<RuleView> Rules { get; init; }

    /// <summary>The profiles that hold here, as acts store them.</summary>
    public required string RulesStamp { get; init; }

    /// <summary>Years up to a due day whose holidays are not entered, so that its working days are Monday to Friday.</summary>
    public required IReadOnlyList<int> MissingYears { get; init; }

    public required AssemblyView FirstAssembly { get; init; }

    public required IReadOnlyList<BodyView> Bodies { get; init; }

    /// <summary>Acts by which the actor can begin a body that is not there.</summary>
    public required IReadOnlyList<OpenAct> ToBegin { get; init; }
}

/// <summary>An act that is open to the actor.</summary>
public sealed record OpenAct(BodyKind Kind, BodyAct Act);

/// <summary>Whether the first assembly can be held, with the figures that it is judged by.</summary>
public sealed record AssemblyView
{
    public required Verdict Verdict { get; init; }

    /// <summary>Any one of these is enough; each holds when all of its conditions do.</summary>
    public required IReadOnlyList<IReadOnlyList<ConditionView>> Alternatives { get; init; }

    /// <summary>Whole 0.01 m²; null when a unit's area is missing.</summary>
    public long? AllArea { get; init; }

    public long? DeliveredArea { get; init; }

    public required int AllHomes { get; init; }

    public required int DeliveredHomes { get; init; }

    public DateOnly? FirstDelivery { get; init; }

    public required RuleView Rule { get; init; }
}

public sealed record ConditionView(ConditionKind Kind, string? Share, int? Years, Verdict Verdict);

public sealed record BodyView
{
    public required Guid Id { get; init; }

    public required BodyKind Kind { get; init; }

    public required BodyState State { get; init; }

    public Guid? OrganisationId { get; init; }

    public int? Seats { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public int? DaysLeft { get; init; }

    public DateOnly? NextFrom { get; init; }

    public DateOnly? NextTo { get; init; }

    public required Filing Filing { get; init; }

    public required HandoverItems HandedOver { get; init; }

    public required bool HasCovenant { get; init; }

    /// <summary>Its text stands among the governing documents of the compound, and is in force.</summary>
    public required bool HasCovenantText { get; init; }

    public required int FailedRounds { get; init; }

    public DateOnly? DueOn { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>The days on which alerts of this term are due; null without a term.</summary>
    public AlertDays? Alerting { get; init; }

    /// <summary>To be sent back with an act.</summary>
    public required uint Version { get; init; }

    public required IReadOnlyList<BodyAct> OpenActs { get; init; }

    public required IReadOnlyList<BodyActView> Acts { get; init; }

    public required IReadOnlyList<AlertView> Alerts { get; init; }

    public required IReadOnlyList<DutyView> Duties { get; init; }
}

public sealed record BodyActView
{
    public required BodyAct Act { get; init; }

    public required BodyState State { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActedAs { get; init; }

    public string? Note { get; init; }

    public int? Members { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public HandoverItems? Item { get; init; }

    public string? GivenBy { get; init; }

    public string? TakenBy { get; init; }

    /// <summary>The profiles under which it was judged.</summary>
    public required string Rules { get; init; }

    public DateOnly? DueOn { get; init; }

    public required IReadOnlyList<Guid> Papers { get; init; }
}

public sealed record AlertView(AlertStep Step, DateOnly About, DateTimeOffset RaisedAt, int Told);

public sealed record DutyView(DateOnly From, DateOnly To, string Home, string Task);
