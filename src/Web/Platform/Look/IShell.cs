using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Linli.Web.Platform.Look;

/// <summary>What the frame around a page shows: who acts, where, in which post, and where they may go.</summary>
public interface IShell
{
    bool IsSignedIn { get; }

    /// <summary>The compound, community or area the person acts in.</summary>
    string? PlaceName { get; }

    /// <summary>A few words after the place, for example its number of households.</summary>
    string? PlaceNote { get; }

    /// <summary>The post or capacity the person acts in, for example owner, or head of the service desk.</summary>
    string? CapacityName { get; }

    string PersonName { get; }

    /// <summary>Unread notices, shown at the bell.</summary>
    int Unread { get; }

    /// <summary>Whether the privacy notice that holds now has not been read yet: the frame leads to it until it has.</summary>
    bool AsksToReadNotice { get; }

    /// <summary>Every page the person may open, in order, grouped by section (side nav and menu page).</summary>
    IReadOnlyList<NavItem> Nav { get; }

    /// <summary>At most four, at the foot of a phone.</summary>
    IReadOnlyList<NavItem> Tabs { get; }

    string HomeHref { get; }

    string SignInHref { get; }

    string SignOutHref { get; }

    /// <summary>Where to change place or capacity; null when the person has only one.</summary>
    string? SwitchHref { get; }

    /// <summary>True on a demonstration installation: every page says that its figures are samples.</summary>
    bool IsDemo { get; }
}

internal static class ShellOfPage
{
    /// <summary>A page may put its own shell into <c>ViewData["Shell"]</c>, as the specimens of the design page do.</summary>
    public static IShell Shown(this IShell shell, ViewDataDictionary data) => data["Shell"] as IShell ?? shell;
}
