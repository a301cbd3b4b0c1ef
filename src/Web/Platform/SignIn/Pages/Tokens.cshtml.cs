using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>Access tokens of the API. A new one is shown in the answer to its form and nowhere else, so this answer is no redirect.</summary>
[Needs(Permission.ManageTokens)]
internal sealed class TokensModel(AccessTokens tokens, Capacities capacities, IStringLocalizer<SignInTexts> words, IStringLocalizer<Texts> texts, TimeProvider clock) : LinliPage
{
    private IReadOnlyList<Capacity> held = [];

    [BindProperty]
    public TokenForm Input { get; set; } = new();

    public IReadOnlyList<AccessToken> Open { get; private set; } = [];

    /// <summary>The secret of the token just made.</summary>
    public string? Made { get; private set; }

    public string ActingAs => CapacityNames.Of(Actor.Capacity!, texts);

    /// <summary>The capacity a token acts in; null when it has ended, and the token with it.</summary>
    public string? CapacityOf(AccessToken token) =>
        held.FirstOrDefault(c => c.Kind == token.CapacityKind && c.Id == token.CapacityId) is { } capacity ? CapacityNames.Of(capacity, texts) : null;

    public async Task OnGetAsync()
    {
        await TakeBackParkedForm(Input, nameof(Input));
        await Show();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await tokens.Make(Input.Name, Context(), Cancel);
        if (made.IsRefused)
        {
            await Show();
            return Refuse(made.Refusals);
        }

        Made = made.Value.Secret;
        ModelState.Clear();
        (Input, RequestId) = (new(), Guid.Empty);
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        var revoked = await tokens.Revoke(id, Context(), Cancel);
        if (revoked.IsRefused)
        {
            await Show();
            return RefuseOrNotFound(revoked.Refusals);
        }

        Say(words["TokenRevoked"]);
        return RedirectToPage();
    }

    private async Task Show()
    {
        Open = await tokens.OpenOnes(Actor, clock.GetUtcNow(), Cancel);
        held = await capacities.HeldBy(Actor.PersonId, Cancel);
    }
}

/// <summary>What a new token or passkey is called.</summary>
internal sealed class TokenForm
{
    public string? Name { get; set; }
}
