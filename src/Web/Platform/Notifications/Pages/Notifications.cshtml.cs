using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Notifications.Pages;

[Needs(Permission.None)]
internal sealed class NotificationsModel(Notices notices, IStringLocalizer<NotificationTexts> texts) : LinliPage
{
    public NoticePage View { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int at = 1) => View = await notices.List(Actor, at, Cancel);

    public async Task<IActionResult> OnPostAsync()
    {
        await notices.MarkAllRead(Actor, Cancel);
        Say(texts["AllRead"]);
        return RedirectToPage();
    }
}
