namespace Linli.Web.Tickets;

/// <summary>Addresses of the module's pages.</summary>
public static class TicketLinks
{
    public const string Report = "/tickets/report";
    public const string Mine = "/tickets/mine";
    public const string Work = "/work";

    /// <summary>The form of one act of handling.</summary>
    public static string Handle(string number, Linli.Domain.Tickets.TicketAct act) => $"/tickets/{number}/handle/{act}";

    /// <summary>How a ticket is chased, with the forms of who is answerable.</summary>
    public static string FollowUp(string number) => $"/tickets/{number}/follow-up";

    public static string Details(string number) => $"/tickets/{number}";
}
