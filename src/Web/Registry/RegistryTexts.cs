namespace Linli.Web.Registry;

/// <summary>Marker of this module's resources: RegistryTexts.resx (Chinese) and RegistryTexts.en.resx.</summary>
public sealed class RegistryTexts;
