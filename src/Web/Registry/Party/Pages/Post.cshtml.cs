using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>A post: how it was come by, its terms, a further term, its end.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class PostModel : PartyPage
{
    public PostDetailView View { get; private set; } = null!;

    [BindProperty]
    public ReappointmentInput Reappointment { get; set; } = new();

    [BindProperty]
    public EndPostInput Ending { get; set; } = new();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        // The further term begins where the last one ends.
        Reappointment = new() { FirstDay = View.TermEnds?.AddDays(1) };
        return Page();
    }

    public async Task<IActionResult> OnPostReappoint(Guid id)
    {
        if (!await Show(id) || !View.MayManage)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<ReappointToPost>().Execute(id, Reappointment, Context(), Cancel);
        return made.Succeeded(out var post) ? Told("Reappointed", post) : RefuseOrNotFound(made.Refusals, nameof(Reappointment));
    }

    public async Task<IActionResult> OnPostEnd(Guid id)
    {
        if (!await Show(id) || !View.MayManage)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await Get<EndPost>().Execute(id, Ending, Context(), Cancel);
        return done.IsRefused ? RefuseOrNotFound(done.Refusals, nameof(Ending)) : Told("PostIsEnded", id);
    }

    private RedirectResult Told(string key, Guid post)
    {
        Say(T[key]);
        return Redirect($"/registry/party/posts/{post}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPost>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
