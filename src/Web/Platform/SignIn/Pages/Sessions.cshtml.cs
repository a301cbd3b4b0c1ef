using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

[Needs(Permission.None)]
internal sealed class SessionsModel(Sessions sessions, MyAccount account, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public bool IsThisOne(Session session) => session.Id == Actor.SessionId;

    /// <summary>Access tokens that are valid now: they let programs in as sessions let browsers in.</summary>
    public int Tokens { get; private set; }

    public async Task OnGetAsync()
    {
        Open = await sessions.OpenOnesOf(Actor.PersonId, Cancel);
        Tokens = (await account.Of(Actor, Cancel)).Tokens;
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (id == Actor.SessionId)
        {
            await sessions.SignOut(HttpContext, Cancel);
            return LocalRedirect("/sign-in");
        }

        if (await sessions.End(Actor, id, Cancel))
        {
            Say(texts["SessionEnded"]);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOthersAsync(bool tokens)
    {
        var (ended, revoked) = await sessions.EndOthers(Actor, tokens, Cancel);
        Say(tokens ? texts["SessionsAndTokensEnded", ended, revoked] : texts["SessionsEnded", ended]);
        return RedirectToPage();
    }
}
