namespace Linli.Web.Registry.Exchange;

/// <summary>Marker of the resources of import and export: ExchangeTexts.resx (Chinese) and ExchangeTexts.en.resx.</summary>
public sealed class ExchangeTexts;
