using Linli.Domain.Kernel;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Grid.Pages;

/// <summary>What pages of this module have in common.</summary>
public abstract partial class GridPageModel : LinliPage
{
    internal IStringLocalizer<GridTexts> T => Get<IStringLocalizer<GridTexts>>();

    internal CancellationToken Cancel => HttpContext.RequestAborted;

    internal TService Get<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();

    internal DateOnly Today => ChinaTime.DayOf(Get<TimeProvider>().GetUtcNow());

    /// <summary>Choices after an empty one, so that nothing is preselected.</summary>
    internal IReadOnlyList<SelectListItem> Choices<TItem>(IEnumerable<TItem> items, Func<TItem, string> value, Func<TItem, string> text) =>
        [new SelectListItem(T["ChooseOne"], string.Empty), .. items.Select(item => new SelectListItem(text(item), value(item)))];

    /// <summary>After an act: the next page with a word, or this one with what is wrong.</summary>
    internal IActionResult After<TValue>(Outcome<TValue> outcome, string prefix, string word, string next)
    {
        if (outcome.IsRefused)
        {
            return RefuseOrNotFound(outcome.Refusals, prefix);
        }

        Say(T[word]);
        return Redirect(next);
    }
}
