namespace Linli.Web.Platform.Text;

/// <summary>
/// Marker of the shared resources: Texts.resx (Chinese) and Texts.en.resx beside it hold refusals, permissions, post titles
/// and other words that several modules say. Each module has its own besides.
/// </summary>
public sealed class Texts;
