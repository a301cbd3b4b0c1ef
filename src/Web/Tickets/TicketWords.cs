namespace Linli.Web.Tickets;

/// <summary>Marker of the module's resources.</summary>
public sealed class TicketWords;
