namespace Linli.Web.Registry.Party;

/// <summary>Marker of the resources of the Party's pages.</summary>
public sealed class PartyTexts;
