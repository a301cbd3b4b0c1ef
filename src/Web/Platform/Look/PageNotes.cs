using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Linli.Web.Platform.Look;

/// <summary>What a page model leaves in TempData for the page after the redirect.</summary>
internal static class PageNotes
{
    /// <summary>What was done, already in the reader's language; the layout shows it once.</summary>
    public const string Notice = "Notice";

    /// <summary>The data-draft key of the form that has arrived; the browser forgets that draft.</summary>
    public const string DraftDone = "DraftDone";

    // Looking into TempData makes the response clear its cookie, which a page without a note should not have to carry.
    internal static string? Read(ViewContext view, string note) =>
        view.HttpContext.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName) ? view.TempData[note] as string : null;
}
