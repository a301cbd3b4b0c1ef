using System.Globalization;
using System.Text.Json;

namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>A value of a jurisdiction profile, in one of the forms.</summary>
public abstract record RuleValue;

/// <summary>The jurisdiction was read and lays nothing down: no limit, no duty.</summary>
public sealed record NothingLaidDown : RuleValue
{
    /// <summary>The one value.</summary>
    public static readonly NothingLaidDown It = new();
}

/// <summary>Units of amounts.</summary>
public enum RuleUnit
{
    /// <summary>Calendar days; the day of the event is not counted (Civil Code 201).</summary>
    Days,

    /// <summary>Working days; the day of the event is not counted.</summary>
    WorkingDays,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Members of a body.</summary>
    Members,

    /// <summary>Households.</summary>
    Households,

    /// <summary>Rounds of election.</summary>
    Rounds,
}

/// <summary>A number with its unit.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="Unit">What is counted.</param>
public sealed record AmountValue(int Number, RuleUnit Unit) : RuleValue;

/// <summary>A share of a whole, exact.</summary>
/// <param name="Numerator">1 or more.</param>
/// <param name="Denominator">Not smaller than the numerator.</param>
/// <param name="Strict">超过: the share itself is not enough; otherwise 以上, which includes it (Civil Code 1259).</param>
public sealed record ShareValue(int Numerator, int Denominator, bool Strict) : RuleValue
{
    /// <summary>Reads a share as rule files write it, 2/3.</summary>
    /// <exception cref="JsonException">The text is no share.</exception>
    public static ShareValue Parse(string? text, bool strict)
    {
        var parts = (text ?? string.Empty).Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && part > 0 && part <= whole
            ? new ShareValue(part, whole, strict)
            : throw new JsonException($"{text} is no share.");
    }

    /// <summary>Whether part of whole reaches the share; of nothing nothing is reached. Never rounds.</summary>
    public bool IsReachedBy(long part, long whole)
    {
        var (left, right) = ((Int128)part * Denominator, (Int128)whole * Numerator);
        return whole > 0 && (Strict ? left > right : left >= right);
    }
}

/// <summary>Yes or no.</summary>
/// <param name="IsSo">Whether it is so.</param>
public sealed record FlagValue(bool IsSo) : RuleValue;

/// <summary>One of several names.</summary>
/// <param name="Name">The name.</param>
public sealed record ChoiceValue(string Name) : RuleValue;

/// <summary>Alternatives, any one of which is enough.</summary>
/// <param name="Alternatives">At least one.</param>
public sealed record TriggersValue(IReadOnlyList<Trigger> Alternatives) : RuleValue;

/// <summary>Conditions that hold together; at least one is set.</summary>
public sealed record Trigger
{
    /// <summary>Delivered area as a share of all area.</summary>
    public ShareValue? AreaShare { get; init; }

    /// <summary>Delivered homes as a share of all homes (户数).</summary>
    public ShareValue? HomesShare { get; init; }

    /// <summary>Full years since the first delivery.</summary>
    public int? YearsSinceDelivery { get; init; }

    /// <summary>Owners who apply, as a share; the developer may apply alone.</summary>
    public ShareValue? Application { get; init; }
}
