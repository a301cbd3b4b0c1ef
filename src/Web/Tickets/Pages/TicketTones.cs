using Linli.Domain.Tickets;
using Linli.Web.Platform.Look;

namespace Linli.Web.Tickets.Pages;

/// <summary>How states and due moments look.</summary>
internal static class TicketTones
{
    public static Tone Of(TicketState state) => state switch
    {
        TicketState.Received or TicketState.Accepted or TicketState.Replied => Tone.Warn,
        TicketState.Assigned or TicketState.Handling => Tone.Primary,
        TicketState.Reopened => Tone.Danger,
        TicketState.Paused => Tone.Info,
        TicketState.ReturnRequested => Tone.Warn,
        TicketState.Closed => Tone.Ok,
        _ => Tone.Plain,
    };

    public static Tone Of(DueState due) => due switch
    {
        DueState.Overdue => Tone.Danger,
        DueState.DueSoon => Tone.Warn,
        _ => Tone.Primary,
    };

    /// <summary>The step to show as reached; past the last when all is done.</summary>
    public static int StepOf(TicketState state) => state == TicketState.Closed ? 5 : (int)TicketSteps.Of(state);
}
