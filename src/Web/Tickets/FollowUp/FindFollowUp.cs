using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>Reads how a ticket is chased. What a reader may not see is left out here.</summary>
internal static class FindFollowUp
{
    private sealed record Named(Guid Id, string Name);

    public static async Task<FollowUpView> Of(LinliDb db, Ticket ticket, bool asResident, CancellationToken cancel)
    {
        var steps = await db.Set<FollowUpEntry>().AsNoTracking().Where(step => step.TicketId == ticket.Id).OrderBy(step => step.At).ThenBy(step => step.Id).ToListAsync(cancel);
        var supervised = steps.Find(step => step.Kind is FollowUpKind.RedCard or FollowUpKind.Listing)?.At;
        if (asResident)
        {
            return new FollowUpView { SupervisedSince = supervised, AsResident = true, Steps = [], Ahead = [] };
        }

        var followed = await Followed(db, ticket, steps, cancel);
        var names = await NamesOf(db, steps.SelectMany(step => new[] { step.TakenBy, step.AnswerableId, step.AnswerableFor, step.AnsweredBy }), cancel);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return new FollowUpView
        {
            SupervisedSince = supervised,
            Steps =
            [
                .. steps.Select(step => new FollowUpStepView(
                    step.Kind, followed.Ladder.Find(step.Step)?.Clock, step.Round, step.DueAt, step.At, Name(step.TakenBy), Name(step.AnswerableId), Name(step.AnswerableFor), step.Note,
                    step.TalkedWith, step.UntilOn, step.AnsweredAt, Name(step.AnsweredBy), step.Answer, step.EndedAt, step.EndedNote)),
            ],
            Ahead = [.. FollowUpRule.Ahead(followed.Ladder, followed).Select(ahead => new StepAhead(ahead.Step.Kind, ahead.Step.Clock, ahead.DueAt))],
        };
    }

    private static async Task<FollowedTicket> Followed(LinliDb db, Ticket ticket, List<FollowUpEntry> steps, CancellationToken cancel)
    {
        DateTimeOffset? reopened = ticket.TimesReopened == 0 ? null
            : await db.Set<TimelineEntry>().Where(e => e.TicketId == ticket.Id && (e.Act == TicketAct.ReportUnsolved || e.Act == TicketAct.ReopenOnVisit)).MaxAsync(e => (DateTimeOffset?)e.At, cancel);
        var listed = steps.Find(step => step is { Kind: FollowUpKind.Listing, EndedAt: null })?.UntilOn;
        return new FollowedTicket
        {
            ReceivedAt = ticket.ReceivedAt, ContactDueAt = ticket.ContactDueAt, ResolveDueAt = ticket.ResolveDueAt, IsContacted = ticket.ContactedAt is not null,
            IsAnswered = ticket.State == TicketState.Replied || TicketFlow.IsFinal(ticket.State), Round = ticket.TimesReopened, ReopenedAt = reopened,
            ListedUntil = listed is { } day ? ChinaTime.EndOf(day) : null, Taken = [.. steps.Where(step => step.Round == ticket.TimesReopened).Select(step => step.Step)],
        };
    }

    private static async Task<Dictionary<Guid, string>> NamesOf(LinliDb db, IEnumerable<Guid?> ids, CancellationToken cancel)
    {
        Guid[] wanted = [.. ids.OfType<Guid>().Distinct()];
        return wanted.Length == 0
            ? []
            : await db.Database.SqlQuery<Named>($"""
                select id as "Id", name as "Name" from registry.people where id = any({wanted})
                union all select id, short_name from registry.organisations where id = any({wanted})
                """).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
    }
}
