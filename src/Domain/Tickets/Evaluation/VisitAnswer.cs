using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>How a call of a return visit went.</summary>
public enum VisitResult
{
    /// <summary>接通: the reporter was asked.</summary>
    Answered,

    /// <summary>无人接听.</summary>
    NoAnswer,
}

/// <summary>What a call brought. Each question may stay unanswered; "not solved" reopens the ticket.</summary>
/// <param name="Result">Whether somebody answered.</param>
/// <param name="Solved">The answer; null is none.</param>
/// <param name="Satisfaction">The answer; null is none.</param>
/// <param name="Note">What else was said, at most 500 characters; why it is not solved, where it is not.</param>
public sealed record VisitAnswer(VisitResult Result, bool? Solved, Satisfaction? Satisfaction, string? Note)
{
    /// <summary>Whether the ticket goes back to its handler.</summary>
    public bool Reopens => Solved == false;

    /// <summary>The answer, or everything that is wrong with it at once.</summary>
    public static Outcome<VisitAnswer> Of(VisitResult? result, bool? solved, Satisfaction? satisfaction, string? note)
    {
        var said = TicketTexts.Comment.Check(note);
        List<Refusal> refusals = [.. said.Refusals.Select(refusal => refusal is TextIsTooLong tooLong ? tooLong with { Input = "Note" } : refusal is TextHasForbiddenCharacters ? new TextHasForbiddenCharacters("Note") : refusal)];
        if (result is not { } known || !Enum.IsDefined(known))
        {
            refusals.Add(new VisitResultIsMissing());
        }
        else if (known == VisitResult.NoAnswer && (solved is not null || satisfaction is not null))
        {
            refusals.Add(new NobodyAnsweredTheQuestions());
        }

        if (satisfaction is { } answer && !Enum.IsDefined(answer))
        {
            refusals.Add(new SatisfactionIsMissing());
        }

        if (solved == false && !said.IsRefused && said.Value.Length == 0)
        {
            refusals.Add(new NoteIsMissing());
        }

        return refusals.Count > 0
            ? Outcome<VisitAnswer>.Refused(refusals)
            : new VisitAnswer(result!.Value, solved, satisfaction, said.Value is { Length: > 0 } text ? text : null);
    }
}
