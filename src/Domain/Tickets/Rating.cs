using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>Answers to "are you satisfied?" (rules of the rates data).</summary>
public enum Satisfaction
{
    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意; counts as satisfied.</summary>
    Basic,

    /// <summary>不满意.</summary>
    Dissatisfied,
}

/// <summary>How the reporter judges a result (domain.md §5: 解决率, 满意率).</summary>
/// <param name="Solved">Solved; partly solved is no.</param>
/// <param name="Satisfaction">How satisfied.</param>
/// <param name="Comment">What else was said, at most 500 characters; null when nothing was.</param>
public sealed record Rating(bool Solved, Satisfaction Satisfaction, string? Comment)
{
    /// <summary>Whether it counts as satisfied: satisfied or basically satisfied.</summary>
    public bool IsSatisfied => Satisfaction is Satisfaction.Satisfied or Satisfaction.Basic;

    /// <summary>The rating, or everything that is missing in it at once.</summary>
    public static Outcome<Rating> Of(bool? solved, Satisfaction? satisfaction, string? comment)
    {
        var said = TicketTexts.Comment.Check(comment);
        List<Refusal> refusals = [.. said.Refusals];
        if (solved is null)
        {
            refusals.Add(new SolvedIsMissing());
        }

        if (satisfaction is not { } answer || !Enum.IsDefined(answer))
        {
            refusals.Add(new SatisfactionIsMissing());
        }

        return refusals.Count > 0
            ? Outcome<Rating>.Refused(refusals)
            : new Rating(solved!.Value, satisfaction!.Value, said.Value is { Length: > 0 } text ? text : null);
    }
}
