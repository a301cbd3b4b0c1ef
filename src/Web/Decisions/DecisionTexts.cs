namespace Linli.Web.Decisions;

/// <summary>Marker of the resources about owners' decisions: DecisionTexts.resx (Chinese) and DecisionTexts.en.resx.</summary>
public sealed class DecisionTexts;
