namespace Linli.Web.Platform.SignIn;

/// <summary>A short name of the device for the list of sessions: what a person recognises, not what tracks one.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    public static string From(string? userAgent)
    {
        var system = Systems.FirstOrDefault(s => userAgent?.Contains(s.Mark, StringComparison.Ordinal) == true).Name;
        var browser = Browsers.FirstOrDefault(b => userAgent?.Contains(b.Mark, StringComparison.Ordinal) == true).Name;
        return string.Join(" · ", new[] { system, browser }.Where(part => part is not null)) is { Length: > 0 } name ? name : "—";
    }
}
