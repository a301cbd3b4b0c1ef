using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Mediation;

/// <summary>The kind of dispute is none of those offered.</summary>
public sealed record MediationKindIsMissing : Refusal
{
    public override string? Field => "Kind";
}

/// <summary>A choice is missing or is none of those offered.</summary>
public sealed record MediationChoiceIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>Only own tickets lead to an application.</summary>
public sealed record TicketIsNotYours : Refusal
{
    public override string? Field => "TicketNumber";
}

/// <summary>The ticket is being mediated already.</summary>
public sealed record TicketIsBeingMediated : Refusal
{
    public override string? Field => "TicketNumber";
}

/// <summary>Mediation is asked for by a household of the compound.</summary>
public sealed record MediationIsForHouseholds : Refusal;

/// <summary>The person is a party already.</summary>
public sealed record PersonIsAPartyAlready : Refusal
{
    public override string? Field => "PhoneNumber";
}

/// <summary>The word was given before.</summary>
public sealed record WordIsGivenAlready : Refusal
{
    public override string? Field => "PartyId";
}

/// <summary>The day or the time is not understood, or lies outside of the next year.</summary>
public sealed record SessionTimeIsImplausible : Refusal
{
    public override string? Field => "Day";
}

/// <summary>The day of a visit lies in the past or too far ahead.</summary>
public sealed record VisitDayIsImplausible : Refusal
{
    public override string? Field => "DueOn";
}

/// <summary>The party has no number on record.</summary>
public sealed record PartyHasNoNumber : Refusal
{
    public override string? Field => "PartyId";
}
