using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

[Needs(Permission.None)]
internal sealed class MeModel(MyAccount account, IStringLocalizer<Texts> texts) : LinliPage
{
    public MyAccountView View { get; private set; } = null!;

    public Capacity? Now => Actor.Capacity;

    public string? CapacityName => Now is { } capacity ? CapacityNames.Of(capacity, texts) : null;

    public bool MayHaveTokens => Actor.May(Permission.ManageTokens);

    public async Task OnGetAsync() => View = await account.Of(Actor, Cancel);
}
