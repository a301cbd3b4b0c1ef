using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Http;

/// <summary>A page with the texts of its module, among them <c>ChooseOne</c> and the names of enumerations.</summary>
public abstract class PageWithTexts<TTexts> : LinliPage
{
    internal IStringLocalizer<TTexts> T => Get<IStringLocalizer<TTexts>>();

    internal SelectListItem ChooseOne => new(T["ChooseOne"], string.Empty);

    /// <summary>The values of an enumeration in the reader's language, after an empty one when nothing is to be preselected.</summary>
    public IEnumerable<SelectListItem> Choices<TEnum>(bool withEmpty = true)
        where TEnum : struct, Enum =>
        [
            .. withEmpty ? [ChooseOne] : Array.Empty<SelectListItem>(),
            .. Enum.GetValues<TEnum>().Select(value => new SelectListItem(T[$"{typeof(TEnum).Name}.{value}"], value.ToString())),
        ];
}
