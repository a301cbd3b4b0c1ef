namespace Linli.Web.Platform.Look;

/// <summary>An uploaded photo: its attachment id, where to fetch it, and what it shows in words.</summary>
public sealed record PhotoItem(string Id, string Url, string Text);
