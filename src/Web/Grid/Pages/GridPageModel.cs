using Linli.Domain.Kernel;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>What pages of this module have in common.</summary>
public abstract partial class GridPageModel : PageWithTexts<GridTexts>
{
    internal DateOnly Today => ChinaTime.DayOf(Get<TimeProvider>().GetUtcNow());

    /// <summary>Choices after an empty one, so that nothing is preselected.</summary>
    internal IReadOnlyList<SelectListItem> Choices<TItem>(IEnumerable<TItem> items, Func<TItem, string> value, Func<TItem, string> text) =>
        [ChooseOne, .. items.Select(item => new SelectListItem(text(item), value(item)))];
}
