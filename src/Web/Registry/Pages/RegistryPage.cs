using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Pages;

/// <summary>What pages of the registry have in common.</summary>
public abstract class RegistryPage : LinliPage
{
    internal IStringLocalizer<RegistryTexts> T => Get<IStringLocalizer<RegistryTexts>>();

    internal CancellationToken Cancel => HttpContext.RequestAborted;

    internal TService Get<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();

    /// <summary>The values of an enumeration in the reader's language, after an empty one when nothing is to be preselected.</summary>
    public IEnumerable<SelectListItem> Choices<TEnum>(bool withEmpty = true)
        where TEnum : struct, Enum
    {
        if (withEmpty)
        {
            yield return new SelectListItem(T["ChooseOne"], string.Empty);
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            yield return new SelectListItem(T[$"{typeof(TEnum).Name}.{value}"], value.ToString());
        }
    }
}
