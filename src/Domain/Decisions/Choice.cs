namespace Linli.Domain.Decisions;

/// <summary>What a ballot says of one question. Stored by name.</summary>
public enum Choice
{
    /// <summary>Left blank: returned, and takes no part.</summary>
    Blank,

    /// <summary>同意.</summary>
    For,

    /// <summary>不同意.</summary>
    Against,

    /// <summary>弃权: takes part and is not for (domain.md §1.4).</summary>
    Abstain,

    /// <summary>Returned but void, such as two marks or a paper without a signature; takes no part.</summary>
    Invalid,
}

/// <summary>What follows from a choice itself.</summary>
public static class Choices
{
    /// <summary>Those by which a voter takes part 参与表决.</summary>
    public static bool TakesPart(this Choice choice) => choice is Choice.For or Choice.Against or Choice.Abstain;
}

/// <summary>What a ballot says of an election.</summary>
/// <param name="State"><see cref="Choice.For"/> with at least one mark; never <see cref="Choice.Against"/>.</param>
/// <param name="Marks">Numbers of candidates, each once; empty for everything but <see cref="Choice.For"/>.</param>
public sealed record ElectionVote(Choice State, IReadOnlyList<int> Marks)
{
    /// <summary>Nothing was marked.</summary>
    public static readonly ElectionVote Blank = new(Choice.Blank, []);

    /// <summary>弃权.</summary>
    public static readonly ElectionVote Abstain = new(Choice.Abstain, []);

    /// <summary>Void.</summary>
    public static readonly ElectionVote Invalid = new(Choice.Invalid, []);

    /// <summary>Marks as they were made: more than there are seats, a number that nobody has or the same twice make them void.</summary>
    public static ElectionVote Of(IReadOnlyCollection<int> marks, int seats, IReadOnlySet<int> candidates) =>
        marks.Count == 0 ? Blank
        : marks.Count > seats || marks.Distinct().Count() < marks.Count || !marks.All(candidates.Contains) ? Invalid
        : new ElectionVote(Choice.For, [.. marks.Order()]);
}
