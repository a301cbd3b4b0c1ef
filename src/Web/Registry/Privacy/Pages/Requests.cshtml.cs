using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Privacy.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>The requests that a clerk of the place decides on, by deadline.</summary>
[Needs(Permission.HandlePersonalDataRequests)]
internal sealed class RequestsModel(OpenRequests requests, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public RightsRequestPage View { get; private set; } = null!;

    public string Name(RightsRequestView request) => RequestNames.Of(request, texts);

    public async Task OnGetAsync() => View = await requests.Execute(Decided, At, Actor, Cancel);
}
