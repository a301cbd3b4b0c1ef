using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Handling.Pages;

/// <summary>Which act a form of handling is, and the use case that it goes to.</summary>
internal static class HandlingForms
{
    /// <summary>What has a form of its own; the no of a decision is in the form of its yes.</summary>
    public static readonly IReadOnlyList<TicketAct> Offered =
        [.. Enum.GetValues<TicketAct>().Where(act => act >= TicketAct.Claim && act is not (TicketAct.RejectReturn or TicketAct.RefuseExtension))];

    /// <summary>What was done in the end.</summary>
    public static TicketAct Done(TicketAct step, HandleModel.Form form) => (step, form.Decision) switch
    {
        (TicketAct.AcceptReturn, false) => TicketAct.RejectReturn,
        (TicketAct.GrantExtension, false) => TicketAct.RefuseExtension,
        _ => step,
    };

    public static Task<Outcome<Saved>> Execute(
        TicketAct step, string number, HandleModel.Form form, ProcessContext context, IServiceProvider services, CancellationToken cancel)
    {
        T Use<T>()
            where T : notnull => services.GetRequiredService<T>();
        var version = form.Version;
        return step switch
        {
            TicketAct.Claim => Use<ClaimTicket>().Execute(new() { Number = number, Version = version }, context, cancel),
            TicketAct.RequestReturn => Use<RequestReturn>().Execute(new() { Number = number, Version = version, Ground = form.Ground, Reason = form.Reason }, context, cancel),
            TicketAct.AcceptReturn => Use<DecideReturn>().Execute(new() { Number = number, Version = version, Accept = form.Decision == true, Reason = form.Reason }, context, cancel),
            TicketAct.Pause => Use<PauseTicket>().Execute(
                new() { Number = number, Version = version, WaitsFor = form.WaitsFor, Reason = form.Reason, Until = form.Until }, context, cancel),
            TicketAct.Resume => Use<ResumeTicket>().Execute(new() { Number = number, Version = version, Note = form.Note }, context, cancel),
            TicketAct.AskExtension => Use<AskExtension>().Execute(new() { Number = number, Version = version, Days = form.Days, Reason = form.Reason }, context, cancel),
            TicketAct.GrantExtension => Use<DecideExtension>().Execute(new() { Number = number, Version = version, Grant = form.Decision == true, Reason = form.Reason }, context, cancel),
            TicketAct.Whistle => Use<BlowWhistle>().Execute(new() { Number = number, Version = version, Level = form.Level, Matter = form.Matter }, context, cancel),
            TicketAct.RaiseWhistle => Use<RaiseWhistle>().Execute(new() { Number = number, Version = version }, context, cancel),
            TicketAct.AnswerWhistle => Use<AnswerWhistle>().Execute(
                new() { Number = number, Version = version, Answer = form.Answer, Warranted = form.Warranted, Reason = form.Reason }, context, cancel),
            TicketAct.AssessWhistle => Use<AssessWhistle>().Execute(new() { Number = number, Version = version, Helped = form.Helped, Reason = form.Reason }, context, cancel),
            TicketAct.InviteParty => Use<InviteParty>().Execute(
                new() { Number = number, Version = version, Organisation = form.Organisation, Way = form.Way, Task = form.Task, DueOn = form.DueOn }, context, cancel),
            TicketAct.ReportBack => Use<ReportBack>().Execute(new() { Number = number, Version = version, Result = form.Result }, context, cancel),
            TicketAct.NoteInternally => Use<NoteInternally>().Execute(new() { Number = number, Note = form.Note }, context, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "It has no form."),
        };
    }
}
