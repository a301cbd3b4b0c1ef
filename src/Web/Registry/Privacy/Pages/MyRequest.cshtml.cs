using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Privacy.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>An own request and what became of it.</summary>
[Needs(Permission.None)]
internal sealed class MyRequestModel(MyRequests requests, WithdrawRequest withdraw, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    public RightsRequestView View { get; private set; } = null!;

    public string Name => RequestNames.Of(View, texts);

    public async Task<IActionResult> OnGetAsync(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var done = await withdraw.Execute(id, Context(), Cancel);
        if (done.IsRefused)
        {
            return await Show(id) ? RefuseOrNotFound(done.Refusals) : NotFound();
        }

        Say(texts["TakenBack"]);
        return RedirectToPage(new { id });
    }

    private async Task<bool> Show(Guid id)
    {
        if (await requests.Find(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
