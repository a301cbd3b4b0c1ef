using Linli.Domain.Tickets;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Pages;

/// <summary>The timeline under the four steps that everybody knows: 需求收集, 响应处理, 跟踪督促, 评估评价.</summary>
internal static class TimelineView
{
    public static IReadOnlyList<TimelineItem> Of(TicketView ticket, UploadedPhotos photos, IStringLocalizer<TicketWords> words)
    {
        var now = TicketTones.StepOf(ticket.State);
        return [.. Enum.GetValues<TicketStep>().Select(step => new TimelineItem(
            words["TicketStep." + step],
            (int)step < now ? StepState.Done : (int)step == now ? StepState.Now : StepState.ToDo,
            [.. ticket.Timeline.Where(entry => StepOf(entry) == step).Select(entry => Event(entry, ticket.FollowUp.AsResident, photos, words)), .. Expected(ticket, step, now, words)]))];
    }

    private static TimelineEvent Event(TicketStepView entry, bool asResident, UploadedPhotos photos, IStringLocalizer<TicketWords> words)
    {
        // Cards and lists are words of the office: a resident reads that it is looked after.
        var act = words[asResident && Linli.Domain.Tickets.FollowUp.FollowUpActs.Has(entry.Act) ? "Act.Supervised" : "Act." + entry.Act].Value;
        return new TimelineEvent(Moments.Short(entry.At), string.IsNullOrEmpty(entry.Note) ? act : words["Act.WithNote", act, entry.Note].Value)
        {
            At = entry.At,
            Actor = entry.PersonName is { } name ? $"{entry.ActedAs} {name}" : entry.ActedAs,
            Photos = photos.Items(entry.Photos),
        };
    }

    // A reopening and what follows it is follow-up; a rating closes.
    private static TicketStep StepOf(TicketStepView entry) => entry.Act switch
    {
        TicketAct.Report or TicketAct.Accept or TicketAct.Withdraw => TicketStep.Collecting,
        TicketAct.ReportUnsolved or TicketAct.ReopenOnVisit => TicketStep.FollowingUp,
        TicketAct.Confirm or TicketAct.CloseUnrated or TicketAct.Visit => TicketStep.Evaluating,
        TicketAct.Supplement => TicketSteps.Of(entry.State),
        _ when Linli.Domain.Tickets.FollowUp.FollowUpActs.Has(entry.Act) => TicketStep.FollowingUp,
        _ => TicketStep.Responding,
    };

    private static string Until(TicketView ticket, IStringLocalizer<TicketWords> words) =>
        ticket.ResolveDueAt is { } due ? words["Ticket.WaitingFor", Moments.Due(due)] : string.Empty;

    private static IEnumerable<TimelineEvent> Expected(TicketView ticket, TicketStep step, int now, IStringLocalizer<TicketWords> words) =>
        (int)step != now ? [] : ticket.State switch
        {
            TicketState.Received => [new(words["Ticket.WaitingFor", Moments.Due(ticket.ContactDueAt)], words["Ticket.ToDo.Accept"])],
            TicketState.Accepted => [new(words["Ticket.WaitingFor", Moments.Due(ticket.ContactDueAt)], words["Ticket.ToDo.Assign"])],
            TicketState.Assigned => [new(words["Ticket.WaitingFor", Moments.Due(ticket.ContactDueAt)], words["Ticket.ToDo.Contact"])],
            TicketState.Handling => [new(Until(ticket, words), words["Ticket.ToDo.Work"])],
            TicketState.Reopened => [new(Until(ticket, words), words["Ticket.ToDo.Reopened"])],
            TicketState.Paused => [new(string.Empty, words["Ticket.ToDo.Paused"])],
            TicketState.ReturnRequested => [new(Until(ticket, words), words["Ticket.ToDo.ReturnRequested"])],
            TicketState.Replied => [new(string.Empty, words["Ticket.PleaseRate"])],
            _ => [],
        };
}
