using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Search by Chinese name, pinyin initials or code.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class SearchModel : RegistryPage
{
    public const int Most = SearchRegistry.Most;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public SearchResult? Result { get; private set; }

    public async Task OnGet()
    {
        if (!string.IsNullOrWhiteSpace(Query))
        {
            Result = await Get<SearchRegistry>().Execute(Query, Actor, Cancel);
        }
    }
}
