using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Privacy.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>The privacy notice for anybody; who is signed in notes having read it.</summary>
[OpenToAll]
internal sealed class NoticeModel(ShowNotice notice, ReadNotice read, CurrentActor current, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    [BindProperty]
    public NoticeReadInput Input { get; set; } = new();

    public NoticeView View { get; private set; } = null!;

    public bool IsSignedIn => current.Actor is not null;

    public async Task OnGetAsync() => View = await notice.Execute(current.Actor, Cancel);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsSignedIn)
        {
            return LocalRedirect("/sign-in");
        }

        var noted = await read.Execute(Input, Context(), Cancel);
        if (noted.IsRefused)
        {
            await OnGetAsync();
            return Refuse(noted.Refusals);
        }

        Say(texts["Notice.Thanks"]);
        return LocalRedirect("/");
    }
}
