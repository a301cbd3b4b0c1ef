using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Decisions.Pages;

/// <summary>Votes of the own compound, or those in scope.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class VotesModel : VotePage
{
    [BindProperty(SupportsGet = true, Name = "at")]
    public int At { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<VoteLine> Lines { get; private set; } = [];

    public IReadOnlyList<CompoundChoice> Compounds { get; private set; } = [];

    /// <summary>Those who prepare or enter come to the desk of a vote, everybody else to its page.</summary>
    public bool IsStaff => Actor.May(Permission.EnterBallots);

    public async Task OnGet()
    {
        (Lines, Pages) = await Get<ListVotes>().Execute(At, Actor, Cancel);
        At = Math.Clamp(At, 1, Pages);
        Compounds = await Get<ListVotes>().Compounds(Actor, Cancel);
    }
}
