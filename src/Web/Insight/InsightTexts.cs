namespace Linli.Web.Insight;

/// <summary>Marker of the module's resources.</summary>
internal sealed class InsightTexts;
