namespace Linli.Web.Tickets;

/// <summary>Names of the changes as they stand in the audit trail.</summary>
internal static class TicketProcesses
{
    public const string Subject = "Ticket";

    public static string Of(Linli.Domain.Tickets.TicketAct act) => act + "Ticket";
}
