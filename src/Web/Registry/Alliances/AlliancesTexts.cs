namespace Linli.Web.Registry.Alliances;

/// <summary>Marker of these resources: AlliancesTexts.resx (Chinese) and AlliancesTexts.en.resx.</summary>
public sealed class AlliancesTexts;
