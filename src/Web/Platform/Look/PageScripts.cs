namespace Linli.Web.Platform.Look;

/// <summary>The script modules a page asked for while it was rendered; the layout writes each once.</summary>
internal static class PageScripts
{
    private static readonly object Key = new();

    public static void Need(HttpContext http, string name) => Of(http).Add(name);

    public static SortedSet<string> Of(HttpContext http)
    {
        if (http.Items[Key] is not SortedSet<string> names)
        {
            http.Items[Key] = names = new SortedSet<string>(StringComparer.Ordinal);
        }
        return names;
    }
}
