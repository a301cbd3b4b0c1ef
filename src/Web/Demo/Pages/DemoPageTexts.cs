namespace Linli.Web.Demo.Pages;

/// <summary>Marks the texts of the demo's own pages.</summary>
public sealed class DemoPageTexts;
