using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>The capacity chosen is not held (any more); the page shows those that are.</summary>
public sealed record CapacityIsNotHeld : Refusal;

/// <summary>In which capacity to act: after signing in, when switching, and after a post has ended.</summary>
[Needs(Permission.None)]
internal sealed class CapacityModel(Capacities capacities, Sessions sessions, IStringLocalizer<Texts> texts) : LinliPage
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Return { get; set; }

    public string Next => ReturnUrl.Own(Return);

    public IReadOnlyList<Capacity> Held { get; private set; } = [];

    public Capacity? Now => Actor.Capacity;

    /// <summary>The post that this session acted in and that is over, with its last day.</summary>
    public (string Name, DateOnly LastDay)? Ended { get; private set; }

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync(CapacityKind kind, Guid id)
    {
        if (await sessions.Choose(Actor, kind, id, Cancel))
        {
            return LocalRedirect(Next);
        }

        await Show();
        return Refuse([new CapacityIsNotHeld()]);
    }

    public string NameOf(Capacity capacity) => CapacityNames.Of(capacity, texts);

    private async Task Show()
    {
        Held = await capacities.HeldBy(Actor.PersonId, Cancel);
        if (Actor is { Capacity: null, SessionId: { } session } && await capacities.EndedOne(session, any: Held.Count == 0, Cancel) is { } ended)
        {
            Ended = (NameOf(ended.Capacity), ended.LastDay);
        }
    }
}
