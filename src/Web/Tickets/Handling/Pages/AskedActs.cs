using Linli.Domain.Tickets;

namespace Linli.Web.Tickets.Handling.Pages;

/// <summary>Acts that somebody waits for stand at the top of the ticket's page; the others lie in its fold, grouped, and only where they can be done.</summary>
internal static class AskedActs
{
    /// <summary>The groups of the fold in their order.</summary>
    public static readonly IReadOnlyList<(string Group, IReadOnlyList<TicketAct> Acts)> Groups =
    [
        ("Time", [TicketAct.Pause, TicketAct.AskExtension]),
        ("Together", [TicketAct.InviteParty, TicketAct.Whistle]),
        ("Work", [TicketAct.RequestReturn]),
        ("Note", [TicketAct.NoteInternally]),
    ];

    /// <summary>Whether the act is asked for at the top, or not now at all.</summary>
    public static bool IsAsked(TicketAct act, TicketView ticket, DateTimeOffset now) => act switch
    {
        TicketAct.Claim or TicketAct.Resume or TicketAct.AcceptReturn or TicketAct.GrantExtension or TicketAct.AnswerWhistle or TicketAct.ReportBack => true,
        TicketAct.RaiseWhistle or TicketAct.AssessWhistle => true,
        TicketAct.Whistle => ticket.Handling.OpenWhistle is not null,
        TicketAct.AskExtension => ticket.Handling.OpenExtension is not null || (ticket.ResolveDueAt < now && ticket.TimesReopened == 0),
        _ => false,
    };

    /// <summary>Whether the level called may be passed over.</summary>
    public static bool MayRaise(TicketView ticket, DateTimeOffset now) =>
        ticket.OpenActs.Contains(TicketAct.RaiseWhistle) && ticket.Handling.OpenWhistle is { } open && open.DueAt < now && open.Level != Linli.Domain.Tickets.Handling.WhistleLevel.District;
}
