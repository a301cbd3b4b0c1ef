namespace Linli.Web.Registry.Committees;

/// <summary>Marks the texts about owners' committees and the rules of places.</summary>
public sealed class CommitteeTexts;
