using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

[Needs(Permission.None)]
internal sealed class SessionsModel(Sessions sessions, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public bool IsThisOne(Session session) => session.Id == Actor.SessionId;

    public async Task OnGetAsync() => Open = await sessions.OpenOnesOf(Actor.PersonId, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (id == Actor.SessionId)
        {
            await sessions.SignOut(HttpContext, HttpContext.RequestAborted);
            return LocalRedirect("/sign-in");
        }

        if (await sessions.End(Actor.PersonId, id, HttpContext.RequestAborted))
        {
            Say(texts["SessionEnded"]);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        Say(texts["SessionsEnded", await sessions.EndOthers(Actor, HttpContext.RequestAborted)]);
        return RedirectToPage();
    }
}
