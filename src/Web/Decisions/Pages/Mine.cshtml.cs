using Linli.Domain.Decisions;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Decisions.Pages;

/// <summary>What the page of the own ballot shows.</summary>
public enum BallotStage
{
    Question,
    Check,
    Receipt,
    Closed,
}

/// <summary>An owner votes: one question a page, then the answers to check, then the receipt.</summary>
[Needs(Permission.CastBallots)]
public sealed class MyBallotModel : VotePage
{
    /// <summary>In this order, none of them chosen before.</summary>
    public static readonly IReadOnlyList<Choice> Offered = [Choice.For, Choice.Against, Choice.Abstain];

    [BindProperty]
    public BallotInput Input { get; set; } = new();

    [BindProperty]
    public ObjectionInput Objection { get; set; } = new();

    /// <summary>The question that is shown, from 0; past the last the answers are checked.</summary>
    [BindProperty]
    public int At { get; set; }

    public MyBallotView View { get; private set; } = null!;

    public BallotStage Stage { get; private set; }

    /// <summary>What was chosen; nothing unless it can be chosen online.</summary>
    public Choice? Chosen(int question) => Input.Choices.ElementAtOrDefault(question) is { } choice && Offered.Contains(choice) ? choice : null;

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostQuestion(Guid id)
    {
        var wanted = At;
        if (!await Show(id))
        {
            return NotFound();
        }

        if (Stage != BallotStage.Question)
        {
            return Page();
        }

        // Forward only over answered questions.
        var open = Enumerable.Range(0, Math.Clamp(wanted, 0, View.Vote.Questions.Count)).Cast<int?>().FirstOrDefault(at => Chosen(at!.Value) is null);
        Stay(open ?? wanted);
        return open is { } unanswered ? Refuse([new ChoicesAreMissing(unanswered + 1)]) : Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        Stay(View.Vote.Questions.Count);
        return ModelState.IsValid
            ? After(await Get<CastBallot>().Execute(id, Input, Context(), Cancel), T["BallotIsIn"], $"/votes/{id}/mine")
            : Page();
    }

    public async Task<IActionResult> OnPostObject(Guid id) => await Show(id)
        ? After(await Get<ObjectToResult>().Execute(id, Objection, Context(), Cancel), T["ObjectionIsIn"], $"/votes/{id}", nameof(Objection))
        : NotFound();

    private void Stay(int at)
    {
        At = Math.Clamp(at, 0, View.Vote.Questions.Count);
        if (View.MayCast)
        {
            Stage = At == View.Vote.Questions.Count ? BallotStage.Check : BallotStage.Question;
        }

        // The value of the button that was pressed is not that of the field which is shown next.
        ModelState.Remove(nameof(At));
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowMyBallot>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        At = 0;
        Stage = view.Receipt is not null ? BallotStage.Receipt : view.MayCast ? BallotStage.Question : BallotStage.Closed;
        return true;
    }
}
