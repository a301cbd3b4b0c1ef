using System.Globalization;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Decisions.Pages;

/// <summary>A vote is prepared, or written anew while it is not yet published.</summary>
[Needs(Permission.PrepareDecisions)]
public sealed class PrepareVoteModel : VotePage
{
    /// <summary>Questions that the form has room for; more are for the API.</summary>
    public const int Slots = 4;

    [BindProperty]
    public VoteInput Input { get; set; } = new();

    /// <summary>The vote that is written anew; empty for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "vote")]
    public Guid? Vote { get; set; }

    public string Title { get; private set; } = string.Empty;

    public int? NoticeDays { get; private set; }

    public IReadOnlyList<SelectListItem> Matters { get; private set; } = [];

    public IEnumerable<SelectListItem> Policies => Choices<NonReturnPolicy>(withEmpty: false);

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (Vote is { } id)
        {
            if (await Get<ShowVote>().Execute(id, Actor, Cancel) is not { } view || view.CompoundCode != code || !view.Acts.Contains(DecisionAct.Withdraw) || DecisionFlow.AgendaIsLocked(view.State))
            {
                return NotFound();
            }

            Input = InputOf(view);
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        Fill();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = Get<PrepareVote>();
        var made = Vote is { } id ? await act.Rewrite(id, Input, Context(), Cancel) : await act.Execute(code, Input, Context(), Cancel);
        return After(made, T["VoteSaved"], made.IsRefused ? string.Empty : $"/votes/{made.Value}/desk");
    }

    private static VoteInput InputOf(VoteView view) => new()
    {
        Title = view.Title,
        Background = view.Background,
        OpensAt = ChinaTime.Local(view.OpensAt).DateTime,
        ClosesAt = ChinaTime.Local(view.ClosesAt).DateTime,
        NonReturn = view.NonReturn,
        CountParking = view.CountParking,
        Version = view.Version,
        Questions =
        [
            .. view.Questions.Select(q => new QuestionInput
            {
                Matter = q.Matter, Title = q.Title, Text = q.Text, Amount = q.Amount is { } amount ? (amount / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null,
            }),
        ],
    };

    private void Fill()
    {
        while (Input.Questions.Count < Slots)
        {
            Input.Questions.Add(new QuestionInput());
        }
    }

    private async Task<bool> Show(string code)
    {
        if ((await Get<ListVotes>().Compounds(Actor, Cancel)).FirstOrDefault(compound => compound.Code == code) is not { } found)
        {
            return false;
        }

        var today = ChinaTime.DayOf(Get<TimeProvider>().GetUtcNow());
        Title = T[Vote is null ? "PrepareOf" : "RewriteOf", found.Name];
        NoticeDays = JurisdictionProfiles.For(code, today).Number(RuleKey.VoteNoticeDays);
        Matters = [ChooseOne, .. DecisionRules.BuiltIn.On(today).MattersAt(code).Select(matter => new SelectListItem(matter.Title, matter.Code))];
        return true;
    }
}
