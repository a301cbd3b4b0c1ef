namespace Linli.Web.Tickets;

/// <summary>Matters that people report, in one closed loop.</summary>
public static class TicketsModule
{
    internal static void AddTickets(this WebApplicationBuilder builder)
    {
    }

    internal static void MapTickets(this WebApplication app)
    {
    }
}
