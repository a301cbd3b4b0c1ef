namespace Linli.Web.Platform.Look;

/// <summary>One answer of a question with few answers.</summary>
public sealed record PickOption(string Value, string Text, string? Icon = null, string? Note = null);
