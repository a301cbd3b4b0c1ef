namespace Linli.Web.Tickets.Finding;

/// <summary>Marker of the resources of early finding.</summary>
internal sealed class FindingWords;
