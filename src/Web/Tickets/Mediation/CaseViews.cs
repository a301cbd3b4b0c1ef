using Linli.Domain.Tickets.Mediation;

namespace Linli.Web.Tickets.Mediation;

/// <summary>A line of a list of cases. It names nobody.</summary>
public sealed record MediationLine(Guid Id, string Number, string Kind, string CompoundName, MediationState State, MediationResult? Result, DateTimeOffset AppliedAt, DateOnly? NextDay);

/// <summary>What a mediator has to do with: own cases, and those that nobody has yet.</summary>
public sealed record MediationDeskView(IReadOnlyList<MediationLine> Own, IReadOnlyList<MediationLine> Waiting, int At, bool HasMore);

/// <summary>A mediator of a case.</summary>
public sealed record CaseMediatorView(Guid PersonId, string Name, string ActedAs, DateTimeOffset? SignedAt);

/// <summary>A promise.</summary>
public sealed record CommitmentView(Guid PartyId, string PartyName, string Text, DateOnly DueOn);

/// <summary>A party as mediators see it.</summary>
public sealed record CasePartyView(
    Guid Id, PartySide Side, string Name, string? PhoneMasked, bool HasAccount, ConsentState Consent, SaidWay? ConsentWay, DateTimeOffset? ConsentAt, SaidWay? SignedWay, DateTimeOffset? SignedAt);

/// <summary>A meeting as mediators see it.</summary>
public sealed record CaseSessionView(Guid Id, DateTimeOffset At, string Place, DateTimeOffset? HeldAt, IReadOnlyList<string> Present, string? Notes);

/// <summary>A visit as mediators see it.</summary>
public sealed record CaseVisitView(Guid Id, DateOnly DueOn, DateTimeOffset? VisitedAt, SaidWay? Way, VisitResult? Result, string? Note);

/// <summary>A step as mediators see it.</summary>
public sealed record CaseStepView(DateTimeOffset At, MediationAct Act, MediationState State, string? Name, string ActedAs);

/// <summary>What was agreed.</summary>
public sealed record MediatedAgreementView(AgreementForm Form, string? Terms, IReadOnlyList<CommitmentView> Commitments, DateTimeOffset? ConcludedAt, DateOnly? ConfirmationUntil);

/// <summary>What mediators and parties both see of a case.</summary>
public abstract record MediationFacts
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required uint Version { get; init; }

    public required string Kind { get; init; }

    public required string CompoundName { get; init; }

    public required MediationState State { get; init; }

    public required MediationResult? Result { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required string? OtherSide { get; init; }

    public required string? Summary { get; init; }

    public required string? ClosingReason { get; init; }

    public required MediatedAgreementView? Agreement { get; init; }

    public required IReadOnlyList<MediationAct> OpenActs { get; init; }
}

/// <summary>A case as its mediators see it.</summary>
public sealed record MediationCaseView : MediationFacts
{
    public required bool FromTicket { get; init; }

    /// <summary>Null while one may only take the case up.</summary>
    public required string? Statement { get; init; }

    public required IReadOnlyList<CasePartyView> Parties { get; init; }

    public required IReadOnlyList<CaseMediatorView> Mediators { get; init; }

    public required IReadOnlyList<CaseSessionView> Sessions { get; init; }

    public required IReadOnlyList<CaseVisitView> Visits { get; init; }

    public required IReadOnlyList<CaseStepView> Steps { get; init; }

    /// <summary>Colleagues who may be brought in.</summary>
    public required IReadOnlyList<CaseMediatorView> Colleagues { get; init; }
}

/// <summary>A meeting as a party sees it: no notes, and not who else was there.</summary>
public sealed record MySessionView(DateTimeOffset At, string Place, bool Held, bool WasThere);

/// <summary>A party as the others see it.</summary>
public sealed record MyPartyView(PartySide Side, string Name, bool IsMe, bool HasSigned);

/// <summary>A case as one of its parties sees it: the own side, dates, the agreement.</summary>
public sealed record MyMediationView : MediationFacts
{
    public required PartySide Side { get; init; }

    /// <summary>What one said oneself; null for the other side.</summary>
    public required string? Statement { get; init; }

    public required ConsentState Consent { get; init; }

    public required DateTimeOffset? ConsentAt { get; init; }

    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>From the acceptance on.</summary>
    public required IReadOnlyList<MyPartyView> Parties { get; init; }

    public required IReadOnlyList<string> Mediators { get; init; }

    public required IReadOnlyList<MySessionView> Sessions { get; init; }

    /// <summary>Days on which a mediator asks how it went.</summary>
    public required IReadOnlyList<DateOnly> Visits { get; init; }
}
