namespace Linli.Web.Tickets;

/// <summary>Addresses of the module's pages.</summary>
public static class TicketLinks
{
    public const string Report = "/tickets/report";
    public const string Mine = "/tickets/mine";
    public const string Work = "/work";

    public static string Details(string number) => $"/tickets/{number}";
}
