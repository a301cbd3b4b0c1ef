using Linli.Domain.Kernel;

namespace Linli.Web.Grid.Care;

/// <summary>The person has not agreed to being marked, or has withdrawn it.</summary>
public sealed record CareNeedsConsent : Refusal
{
    public override string? Field => "PersonId";
}

/// <summary>The person has not agreed that captains and volunteers see the number, or has withdrawn it.</summary>
public sealed record PhoneNeedsConsent : Refusal
{
    public override string? Field => "PersonId";
}

/// <summary>The witness is somebody else than who said it.</summary>
public sealed record WitnessIsTheSpeaker : Refusal
{
    public override string? Field => "Witness";
}

/// <summary>The witness is somebody else than who writes it down.</summary>
public sealed record WitnessIsTheWriter : Refusal
{
    public override string? Field => "Witness";
}
