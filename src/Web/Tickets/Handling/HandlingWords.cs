namespace Linli.Web.Tickets.Handling;

/// <summary>Marker of the resources of handling.</summary>
internal sealed class HandlingWords;
