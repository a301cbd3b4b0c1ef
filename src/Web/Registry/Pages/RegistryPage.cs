using Linli.Web.Platform.Http;

namespace Linli.Web.Registry.Pages;

/// <summary>What pages of the registry have in common.</summary>
public abstract class RegistryPage : PageWithTexts<RegistryTexts>;
