using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Look;

namespace Linli.Web.Tickets.FollowUp.Pages;

/// <summary>How steps look: a colour and an icon, never the colour alone.</summary>
internal static class StepTones
{
    public static Tone Of(FollowUpKind kind) => kind switch
    {
        FollowUpKind.Reminder => Tone.Info,
        FollowUpKind.YellowCard => Tone.Warn,
        FollowUpKind.ListingProposal or FollowUpKind.InterviewProposal => Tone.Warn,
        _ => Tone.Danger,
    };
}
