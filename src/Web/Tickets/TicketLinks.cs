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

    /// <summary>A ticket as neighbours see it.</summary>
    public static string Followed(string number) => $"/tickets/followed/{number}";

    /// <summary>Taking a report for a caller or visitor.</summary>
    public const string Take = "/tickets/take";

    /// <summary>The sheets of a compound's buildings.</summary>
    public const string Sheets = "/tickets/sheets";

    /// <summary>Taking over a list of the hotline.</summary>
    public const string Hotline = "/tickets/hotline";

    public static string Details(string number) => $"/tickets/{number}";
}
