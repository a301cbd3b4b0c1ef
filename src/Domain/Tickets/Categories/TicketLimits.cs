using System.Globalization;

namespace Linli.Domain.Tickets.Categories;

/// <summary>The tighter limits that a place had set when a ticket's deadlines were computed; kept with the ticket, so that what was promised stays what it was.</summary>
/// <param name="Mark">Which local rule, as <c>@7</c>.</param>
/// <param name="Contact">Limits until the first contact beside the urgency's.</param>
/// <param name="Resolve">Limits until the result beside the urgency's.</param>
public sealed record TicketLimits(string Mark, IReadOnlyList<Limit> Contact, IReadOnlyList<Limit> Resolve)
{
    /// <summary>Those of a category as it holds now; null where no place says any.</summary>
    public static TicketLimits? Of(TicketCategory category) =>
        category.LocalMark is { } mark ? new(mark, category.ContactLimits, category.ResolveLimits) : null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    /// <exception cref="FormatException">It did not write this.</exception>
    public static TicketLimits? Read(string? text) => text?.Split('|') switch
    {
        null => null,
        [var mark, var contact, var resolve] => new(mark, LimitsOf(contact), LimitsOf(resolve)),
        _ => throw new FormatException(text),
    };

    /// <summary>The due moment that is earliest under the urgency's limit and these.</summary>
    /// <param name="limit">The urgency's.</param>
    /// <param name="others">These.</param>
    /// <param name="due">When a limit is over; null while a pause holds the clock.</param>
    public static DateTimeOffset? Earliest(Limit limit, IReadOnlyList<Limit>? others, Func<Limit, DateTimeOffset?> due) =>
        (others ?? []).Prepend(limit).Select(due).Aggregate((one, other) => one is null || other is null ? null : one < other ? one : other);

    /// <summary>As it is kept: <c>@7|4 Hours|3 Days;5 Days</c>.</summary>
    public override string ToString() => $"{Mark}|{Say(Contact)}|{Say(Resolve)}";

    private static string Say(IEnumerable<Limit> limits) => string.Join(';', limits.Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Amount} {limit.Unit}")));

    private static Limit[] LimitsOf(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(limit =>
        limit.Split(' ') is [var amount, var unit] ? new Limit(int.Parse(amount, CultureInfo.InvariantCulture), Enum.Parse<TimeUnit>(unit)) : throw new FormatException(text))];
}
