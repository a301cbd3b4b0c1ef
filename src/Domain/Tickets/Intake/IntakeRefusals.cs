using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Intake;

/// <summary>Whoever takes a report says how it came in.</summary>
public sealed record ChannelIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Channel";
}

/// <summary>A person of the register and another name were given; a report has one reporter.</summary>
public sealed record CallerIsToldTwice : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CallerName";
}

/// <summary>The person who was chosen does not own or live in this compound today.</summary>
public sealed record CallerIsNotOfTheCompound : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PersonId";
}

/// <summary>Nobody's data is written down before it was said what for (PIPL 17).</summary>
public sealed record CallerIsNotInformed : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Told";
}

/// <summary>No compound was chosen, or none of those where the post takes reports.</summary>
public sealed record CompoundIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CompoundId";
}

/// <summary>One's own matter is followed already.</summary>
public sealed record OwnTicketIsNotFollowed : Refusal;

/// <summary>The ticket is over; what still troubles is reported anew.</summary>
public sealed record OnlyOpenTicketsAreFollowed : Refusal;

/// <summary>The caller's number is no mobile number of the mainland.</summary>
public sealed record CallerPhoneIsNotAMobileNumber : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CallerPhone";
}
