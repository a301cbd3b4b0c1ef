using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>What the Party's pages have in common.</summary>
public abstract class PartyPage : LinliPage
{
    internal IStringLocalizer<PartyTexts> T => Get<IStringLocalizer<PartyTexts>>();

    internal CancellationToken Cancel => HttpContext.RequestAborted;

    internal TService Get<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();

    /// <summary>The values of an enumeration in the reader's language, after an empty one.</summary>
    public IEnumerable<SelectListItem> Choices<TEnum>()
        where TEnum : struct, Enum =>
        [
            new SelectListItem(T["ChooseOne"], string.Empty),
            .. Enum.GetValues<TEnum>().Select(value => new SelectListItem(T[$"{typeof(TEnum).Name}.{value}"], value.ToString())),
        ];
}
