using Linli.Web.Platform.Http;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>What the Party's pages have in common.</summary>
public abstract class PartyPage : PageWithTexts<PartyTexts>;
