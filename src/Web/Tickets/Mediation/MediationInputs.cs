using Linli.Domain.Tickets.Mediation;

namespace Linli.Web.Tickets.Mediation;

/// <summary>What every change carries; pages send the request id beside the form.</summary>
public abstract record MediationInput
{
    /// <summary>A UUID made by the caller; sent again, the same one acts once. A signature is never taken without it.</summary>
    public Guid RequestId { get; init; }

    /// <summary>The version of the case that was seen; empty: any.</summary>
    public uint? Version { get; init; }
}

/// <summary>A change that needs no more than to be asked for.</summary>
public sealed record MediationPlainInput : MediationInput;

/// <summary>A change that says why.</summary>
public sealed record MediationReasonInput : MediationInput
{
    public string? Reason { get; init; }
}

/// <summary>A party asks for mediation.</summary>
public sealed record MediationApplyInput : MediationInput
{
    /// <summary>Code of the kind of dispute.</summary>
    public string? Kind { get; init; }

    /// <summary>What it is about, and what you want; read by the mediators of the case alone.</summary>
    public string? Statement { get; init; }

    /// <summary>With whom, as you would say it.</summary>
    public string? OtherSide { get; init; }

    /// <summary>Number of the own ticket that it comes from; empty: none.</summary>
    public string? TicketNumber { get; init; }
}

/// <summary>A colleague is brought in.</summary>
public sealed record MediationColleagueInput : MediationInput
{
    public Guid? MediatorId { get; init; }
}

/// <summary>A party of the case.</summary>
public sealed record MediationPartyInput : MediationInput
{
    public PartySide? Side { get; init; }

    public string? Name { get; init; }

    /// <summary>Mobile number; whoever is registered with it under the same name sees the own side on the platform.</summary>
    public string? PhoneNumber { get; init; }
}

/// <summary>The case is accepted.</summary>
public sealed record MediationAcceptInput : MediationInput
{
    /// <summary>Code of the kind of dispute.</summary>
    public string? Kind { get; init; }

    /// <summary>The matter in dispute as all parties read it.</summary>
    public string? Summary { get; init; }
}

/// <summary>A party says yes, or signs.</summary>
public sealed record MediationWordInput : MediationInput
{
    /// <summary>Whose word a mediator records; empty: one's own.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>How it was said, when a mediator records it.</summary>
    public SaidWay? Way { get; init; }
}

/// <summary>A meeting of the parties.</summary>
public sealed record MediationSessionInput : MediationInput
{
    public DateOnly? Day { get; init; }

    /// <summary>Time of day in China, 14:30.</summary>
    public string? Time { get; init; }

    public string? Place { get; init; }
}

/// <summary>What a meeting came to.</summary>
public sealed record MediationRecordInput : MediationInput
{
    public Guid? SessionId { get; init; }

    /// <summary>Ids of the parties who were there.</summary>
    public List<Guid> Present { get; init; } = [];

    /// <summary>Confidential notes.</summary>
    public string? Notes { get; init; }
}

/// <summary>What was agreed.</summary>
public sealed record MediatedAgreementInput : MediationInput
{
    /// <summary>What was agreed beside the single promises; may be empty.</summary>
    public string? Terms { get; init; }

    public List<MediatedCommitment> Commitments { get; init; } = [];
}

/// <summary>Who does what by when.</summary>
public sealed record MediatedCommitment
{
    public Guid? PartyId { get; set; }

    public string? Text { get; set; }

    public DateOnly? DueOn { get; set; }
}

/// <summary>One more visit.</summary>
public sealed record MediationVisitInput : MediationInput
{
    public DateOnly? DueOn { get; init; }
}

/// <summary>What a visit found.</summary>
public sealed record MediationVisitRecordInput : MediationInput
{
    public Guid? VisitId { get; init; }

    public SaidWay? Way { get; init; }

    public VisitResult? Result { get; init; }

    /// <summary>Confidential note.</summary>
    public string? Note { get; init; }
}

/// <summary>A look at a party's number.</summary>
public sealed record MediationPhoneInput : MediationInput
{
    public Guid? PartyId { get; init; }
}
