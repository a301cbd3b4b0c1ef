namespace Linli.Web.Tickets;

/// <summary>Marker of the module's resources.</summary>
internal sealed class TicketWords;
