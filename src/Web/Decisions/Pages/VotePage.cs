using System.Globalization;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;

namespace Linli.Web.Decisions.Pages;

/// <summary>What pages about votes have in common.</summary>
public abstract class VotePage : PageWithTexts<DecisionTexts>
{
    /// <summary>Who reads; null when nobody is signed in.</summary>
    internal Actor? Reader => Get<CurrentActor>().Actor;

    /// <summary>How a state is coloured.</summary>
    public static Tone ToneOf(DecisionState state) => state switch
    {
        DecisionState.Voting => Tone.Primary,
        DecisionState.Effective => Tone.Ok,
        DecisionState.Noticed or DecisionState.ResultPublished or DecisionState.Counting => Tone.Info,
        DecisionState.Challenged or DecisionState.Revoked => Tone.Danger,
        _ => Tone.Plain,
    };

    /// <summary>1,234.56 of hundredths.</summary>
    public static string Metres(long hundredths) => (hundredths / 100m).ToString("#,0.00", CultureInfo.CurrentCulture);

    /// <summary>A share in per cent, cut and never rounded up: 66.66 never looks like two thirds.</summary>
    public static string Percent(long part, long whole) =>
        whole == 0 ? "0%" : (Math.Floor(part * 10_000m / whole) / 100m).ToString("0.##", CultureInfo.CurrentCulture) + "%";

    /// <summary>¥ 318,600.00 of hundredths.</summary>
    public static string Yuan(long hundredths) => "¥ " + (hundredths / 100m).ToString("#,0.00", CultureInfo.CurrentCulture);

    /// <summary>14 户、1,203.50 ㎡.</summary>
    public string Both(WeightView weight) => T["Both", weight.Heads.ToString("#,0", CultureInfo.CurrentCulture), Metres(weight.Area)];

    /// <summary>A source, with 未核实 where it was not verified.</summary>
    public string SourceOf(QuestionView question) => question.Verification == Verification.Verified ? question.Source : T["Unverified", question.Source];

    /// <summary>The line to reach on a measure.</summary>
    public static decimal Line(long whole, int numerator, int denominator) => (decimal)whole * numerator / denominator;

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<TimelineItem> StepsOf(VoteView vote) =>
        [.. vote.Steps.Select(step => new TimelineItem(T[$"DecisionAct.{step.Act}"], StepState.Done, [new TimelineEvent(Moments.Full(step.At), step.Words ?? string.Empty) { Actor = step.As }]))];
}
