using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>No telephone number was given.</summary>
public sealed record PhoneNumberIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PhoneNumber";
}

/// <summary>It is no mobile number of the mainland: 11 digits that begin with 13 to 19.</summary>
public sealed record PhoneNumberIsNotAMobileNumber : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PhoneNumber";
}

/// <summary>No identity number was given.</summary>
public sealed record IdentityNumberIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "IdentityNumber";
}

/// <summary>It has not 17 digits and a last digit or X.</summary>
public sealed record IdentityNumberIsMalformed : Refusal
{
    /// <inheritdoc />
    public override string? Field => "IdentityNumber";
}

/// <summary>The date of birth in it does not exist or lies in the future.</summary>
public sealed record IdentityNumberHasNoValidBirthDate : Refusal
{
    /// <inheritdoc />
    public override string? Field => "IdentityNumber";
}

/// <summary>Its last digit does not fit the others: one of them is mistyped.</summary>
public sealed record IdentityNumberIsMistyped : Refusal
{
    /// <inheritdoc />
    public override string? Field => "IdentityNumber";
}

/// <summary>No name was given.</summary>
public sealed record PersonNameIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Name";
}

/// <summary>No unified credit code was given.</summary>
public sealed record CreditCodeIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CreditCode";
}

/// <summary>It has not 18 digits and capital letters (without I, O, S, V, Z).</summary>
public sealed record CreditCodeIsMalformed : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CreditCode";
}

/// <summary>Its last sign does not fit the others: one of them is mistyped.</summary>
public sealed record CreditCodeIsMistyped : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CreditCode";
}
