using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>The figures of a decision as the decision paper has them. Areas are whole 0.01 m².</summary>
public sealed record AdoptionVote
{
    /// <summary>Area of all who may vote.</summary>
    public long? AllArea { get; init; }

    /// <summary>Number of all who may vote.</summary>
    public int? AllHeads { get; init; }

    /// <summary>Area of those who took part.</summary>
    public long? PartArea { get; init; }

    /// <summary>Number of those who took part.</summary>
    public int? PartHeads { get; init; }

    /// <summary>Area in favour.</summary>
    public long? ForArea { get; init; }

    /// <summary>Number in favour.</summary>
    public int? ForHeads { get; init; }

    /// <summary>Why the decision does not stand under the rule; empty when it does.</summary>
    public IReadOnlyList<Refusal> Against(AdoptionRule rule)
    {
        if (rule.Threshold is not { } threshold)
        {
            return [];
        }

        List<Refusal> refusals = [.. Judge(threshold, "Heads", AllHeads, PartHeads, ForHeads)];
        if (threshold.ByArea)
        {
            refusals.AddRange(Judge(threshold, "Area", AllArea, PartArea, ForArea));
        }

        return refusals;
    }

    private static IEnumerable<Refusal> Judge(VoteThreshold threshold, string measure, long? all, long? part, long? inFavour)
    {
        (string Name, long? Value)[] figures = [("All", all), ("Part", part), ("For", inFavour)];
        if (figures.Where(figure => figure.Value is null).ToArray() is { Length: > 0 } missing)
        {
            return missing.Select(figure => new VoteFigureIsMissing(figure.Name + measure));
        }

        if (all <= 0 || part < 0 || inFavour < 0 || part > all || inFavour > part)
        {
            return [new VoteFiguresContradict(all <= 0 ? $"All{measure}" : part > all || part < 0 ? $"Part{measure}" : $"For{measure}")];
        }

        if (!threshold.Participation.IsReachedBy(part!.Value, all!.Value))
        {
            return [new TooFewTookPart($"Part{measure}", threshold.Participation.Numerator, threshold.Participation.Denominator)];
        }

        return threshold.Approval.IsReachedBy(inFavour!.Value, threshold.ApprovalOfAll ? all.Value : part.Value)
            ? []
            : [new TooFewWereInFavour($"For{measure}", threshold.Approval.Numerator, threshold.Approval.Denominator)];
    }
}

/// <summary>A refusal about one figure of a vote.</summary>
/// <param name="Figure">Name of the figure.</param>
public abstract record VoteRefusal(string Figure) : Refusal
{
    /// <inheritdoc />
    public override string? Field => Figure;
}

/// <summary>A figure of the vote is not given.</summary>
/// <param name="Figure">Name of the figure.</param>
public sealed record VoteFigureIsMissing(string Figure) : VoteRefusal(Figure);

/// <summary>More took part than there are, or more were in favour than took part.</summary>
/// <param name="Figure">Name of the figure.</param>
public sealed record VoteFiguresContradict(string Figure) : VoteRefusal(Figure);

/// <summary>Too few took part for a decision.</summary>
/// <param name="Figure">Name of the figure.</param>
/// <param name="Part">Numerator of the share that is needed.</param>
/// <param name="Whole">Its denominator.</param>
public sealed record TooFewTookPart(string Figure, int Part, int Whole) : VoteRefusal(Figure);

/// <summary>Too few were in favour.</summary>
/// <param name="Figure">Name of the figure.</param>
/// <param name="Part">Numerator of the share that is needed.</param>
/// <param name="Whole">Its denominator.</param>
public sealed record TooFewWereInFavour(string Figure, int Part, int Whole) : VoteRefusal(Figure);
