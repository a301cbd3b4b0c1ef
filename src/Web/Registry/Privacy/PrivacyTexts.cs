namespace Linli.Web.Registry.Privacy;

/// <summary>Marks the texts of the pages about personal data.</summary>
public sealed class PrivacyTexts;
