using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry.Pages;

/// <summary>Where a person sees who looked at the own numbers, and why.</summary>
[Needs(Permission.None)]
public sealed class LooksModel : RegistryPage
{
    internal IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task OnGetAsync() => Looks = await Get<LooksAtMe>().Execute(Actor, Cancel);
}
