using Linli.Domain.Tickets.Evaluation;
using Npgsql;

namespace Linli.Web.Tickets.Contract;

/// <summary>What of the tickets of a place and period is counted; each opens its list.</summary>
public enum RateCount
{
    Orders,
    Excluded,
    ToContact,
    InTime,
    SolvedAnswers,
    Solved,
    SatisfactionAnswers,
    Satisfied,
}

/// <summary>
/// The rule of the three rates as conditions on tickets.tickets under the alias t, once for every figure and list that counts
/// them; @at is the moment of counting. What the columns hold is Domain's <see cref="TicketEvaluation"/>, and a test compares the two.
/// </summary>
internal static class RateSql
{
    /// <summary>What was taken back before anybody worked on it is no order.</summary>
    public const string Counts = "t.state <> 'Withdrawn'";

    private const string ToContact = "t.excluded is distinct from 'All' and (t.contacted_at is not null or t.contact_due_at <= @at)";
    private const string SolvedAnswers = "t.excluded is null and t.solved is not null";
    private const string SatisfactionAnswers = "t.excluded is null and t.satisfaction is not null";

    /// <summary>The eight counts in the order of <see cref="RateCount"/>.</summary>
    public const string Tally = $"""
        count(*), count(*) filter (where t.excluded is not null),
        count(*) filter (where {ToContact}), count(*) filter (where {ToContact} and t.contacted_at <= t.contact_due_at),
        count(*) filter (where {SolvedAnswers}), count(*) filter (where {SolvedAnswers} and t.solved),
        count(*) filter (where {SatisfactionAnswers}), count(*) filter (where {SatisfactionAnswers} and t.satisfaction in ('Satisfied', 'Basic'))
        """;

    /// <summary>The tickets that a count counts.</summary>
    public static string Of(RateCount count) => count switch
    {
        RateCount.Orders => "true",
        RateCount.Excluded => "t.excluded is not null",
        RateCount.ToContact => ToContact,
        RateCount.InTime => $"{ToContact} and t.contacted_at <= t.contact_due_at",
        RateCount.SolvedAnswers => SolvedAnswers,
        RateCount.Solved => $"{SolvedAnswers} and t.solved",
        RateCount.SatisfactionAnswers => SatisfactionAnswers,
        RateCount.Satisfied => $"{SatisfactionAnswers} and t.satisfaction in ('Satisfied', 'Basic')",
        _ => throw new ArgumentOutOfRangeException(nameof(count)),
    };

    /// <summary>Reads the eight counts from a column on.</summary>
    public static RateTally Read(NpgsqlDataReader row, int first) => new()
    {
        Orders = row.GetInt64(first),
        Excluded = row.GetInt64(first + 1),
        ToContact = row.GetInt64(first + 2),
        InTime = row.GetInt64(first + 3),
        SolvedAnswers = row.GetInt64(first + 4),
        Solved = row.GetInt64(first + 5),
        SatisfactionAnswers = row.GetInt64(first + 6),
        Satisfied = row.GetInt64(first + 7),
    };
}
