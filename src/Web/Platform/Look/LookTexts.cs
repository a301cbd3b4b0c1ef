namespace Linli.Web.Platform.Look;

/// <summary>Marks the texts of frame and components: LookTexts.resx, LookTexts.en.resx.</summary>
public sealed class LookTexts;
