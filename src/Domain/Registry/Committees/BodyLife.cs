using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>What somebody records.</summary>
public sealed record ActToRecord
{
    /// <summary>What kind of body.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>What happened.</summary>
    public required BodyAct Act { get; init; }

    /// <summary>When it happened.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who sits in it, where the act is about that.</summary>
    public Composition? Composition { get; init; }

    /// <summary>The term that begins, where one does.</summary>
    public Term? Term { get; init; }

    /// <summary>The item of the handover list, where one is signed.</summary>
    public HandoverItems Item { get; init; }
}

/// <summary>What an act is judged by beside the body itself.</summary>
public sealed record BodySurroundings
{
    /// <summary>What the person is to the body.</summary>
    public required BodyRoles Roles { get; init; }

    /// <summary>The rules of the place.</summary>
    public required LocalRules Rules { get; init; }

    /// <summary>Which days are working days.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>Today in China.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the first assembly can be held.</summary>
    public Verdict FirstAssembly { get; init; }

    /// <summary>Households of the compound; null when not known.</summary>
    public int? Households { get; init; }

    /// <summary>Whether an owners' committee is in office: then nothing stands in for it.</summary>
    public bool CommitteeGoverns { get; init; }
}

/// <summary>Judges an act and tells what the body is after it.</summary>
public static class BodyLife
{
    /// <summary>The body after the act, or all that is wrong with it.</summary>
    /// <param name="body">The body now; null before it exists.</param>
    /// <param name="act">What is recorded.</param>
    /// <param name="around">What it is judged by.</param>
    public static Outcome<Body> Record(Body? body, ActToRecord act, BodySurroundings around)
    {
        var decided = BodyFlow.Decide(act.Kind, body?.State, act.Act, around.Roles);
        if (!decided.Succeeded(out var to))
        {
            return Outcome<Body>.Refused(decided.Refusals);
        }

        Refusal[] faults = [.. DayFaults(body, act, around), .. ActFaults.Of(body, act, around)];
        if (faults.Length > 0)
        {
            return Outcome<Body>.Refused(faults);
        }

        var after = Applied(body ?? new Body { Kind = act.Kind, State = to, LastActOn = act.Day }, act) with { State = to, LastActOn = act.Day };
        return after with { DueOn = BodyDeadlines.Of(after, act, around.Rules, around.Calendar, body?.DueOn) };
    }

    private static IEnumerable<Refusal> DayFaults(Body? body, ActToRecord act, BodySurroundings around)
    {
        if (act.Day > around.Today)
        {
            yield return new ActLiesInTheFuture();
        }
        else if (body is not null && act.Day < body.LastActOn)
        {
            yield return new ActLiesBeforeTheLast(body.LastActOn);
        }
    }

    private static Body Applied(Body body, ActToRecord act) => act.Act switch
    {
        BodyAct.RecordExisting or BodyAct.Establish => body with
        {
            Seats = act.Composition?.Members ?? body.Seats, Term = act.Term, IsReported = false, Filing = Filing.Answered,
        },
        BodyAct.FormPreparatoryGroup => body with { GroupIsFormed = true },
        BodyAct.RecordElection or BodyAct.RecordReelection => body with
        {
            NextSeats = act.Composition!.Members, NextTerm = act.Term, Filing = Filing.None, HandedOver = HandoverItems.None, FailedRounds = 0,
        },
        BodyAct.RecordFailedElection => body with { FailedRounds = body.FailedRounds + 1, GroupIsFormed = body.State == BodyState.ReelectionGroup },
        BodyAct.File => body with { Filing = Filing.Filed },
        BodyAct.ReturnFiling => body with { Filing = Filing.None },
        BodyAct.AnswerFiling when body.State == BodyState.Filed => InOffice(body) with { Filing = Filing.Answered },
        BodyAct.AnswerFiling => body with { Filing = Filing.Answered },
        BodyAct.ReportReelection => body with { IsReported = true },
        BodyAct.SignHandoverItem => body with { HandedOver = body.HandedOver | act.Item },
        BodyAct.CompleteHandover => InOffice(body),
        BodyAct.AnnulElection => body with { NextSeats = null, NextTerm = null, Filing = Filing.Answered, HandedOver = HandoverItems.None },
        BodyAct.Lapse => body with { NextSeats = null, NextTerm = null, HandedOver = HandoverItems.None },
        BodyAct.AdoptCovenant => body with { HasCovenant = true },
        _ => body,
    };

    private static Body InOffice(Body body) => body with
    {
        Seats = body.NextSeats, Term = body.NextTerm, NextSeats = null, NextTerm = null, IsReported = false, GroupIsFormed = false,
    };
}
