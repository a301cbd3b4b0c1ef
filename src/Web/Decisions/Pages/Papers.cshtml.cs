using Linli.Domain.Decisions;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Decisions.Pages;

/// <summary>A clerk reads paper ballots, independently of the one who reads the same.</summary>
[Needs(Permission.EnterBallots)]
public sealed class PapersModel : VotePage
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public PaperView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Channels =>
        [ChooseOne, .. new[] { BallotChannel.Paper, BallotChannel.Proxy, BallotChannel.OnSite }.Select(channel => new SelectListItem(T[$"BallotChannel.{channel}"], channel.ToString()))];

    public IReadOnlyList<SelectListItem> Signers => [ChooseOne, .. View.Unit!.Signers.Select(signer => new SelectListItem(signer.Key == RollKeeper.Developer ? T["Developer"] : signer.Value, signer.Key))];

    /// <summary>None is chosen before: what is on the paper is read, not assumed.</summary>
    public IReadOnlyList<SelectListItem> ChoiceItems =>
        [ChooseOne, .. new[] { Choice.For, Choice.Against, Choice.Abstain, Choice.Blank, Choice.Invalid }.Select(choice => new SelectListItem(T[$"Choice.{choice}"], choice.ToString()))];

    public async Task<IActionResult> OnGet(Guid id, string? unit)
    {
        if (!await Show(id, unit))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? unit)
    {
        if (!await Show(id, Input.Unit ?? unit))
        {
            return NotFound();
        }

        Fill();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var read = await Get<ReadPaper>().Execute(id, Input, Context(), Cancel);
        return After(read, read.IsRefused ? string.Empty : T[$"PaperState.{read.Value}"], $"/votes/{id}/papers");
    }

    private void Fill()
    {
        while (Input.Choices.Count < View.Vote.Questions.Count)
        {
            Input.Choices.Add(null);
        }
    }

    private async Task<bool> Show(Guid id, string? unit)
    {
        if (await Get<ShowPaper>().Execute(id, unit, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
