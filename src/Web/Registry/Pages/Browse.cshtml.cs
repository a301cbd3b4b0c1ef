using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>The drill-down from province to compound.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class BrowseModel : RegistryPage
{
    public const int PageSize = BrowsePlace.PageSize;

    public PlaceView View { get; private set; } = null!;

    public bool MayManage { get; private set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    public async Task<IActionResult> OnGet(string? code)
    {
        At = Paging.At(At);
        if (await Get<BrowsePlace>().Execute(code, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        if (view.Place.Kind >= PlaceKind.Compound)
        {
            var compound = view.Place.Kind == PlaceKind.Compound ? view.Place : view.Above.Single(p => p.Kind == PlaceKind.Compound);
            return Redirect($"/registry/compounds/{compound.Code}{(compound == view.Place ? string.Empty : $"?place={view.Place.Code}")}");
        }

        View = view;
        MayManage = Actor.May(Permission.ManageRegistry);
        return Page();
    }
}
