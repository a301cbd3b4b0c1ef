using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>暂停: waits for the resident or for material until a day at most. The clock of the result is held; used time stays used.</summary>
internal sealed class PauseTicket(TicketDesk desk, LinliDb db, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required PauseReason? WaitsFor { get; init; }

        public required string? Reason { get; init; }

        public required DateOnly? Until { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Pause, context, async open =>
        {
            var rules = HandlingRules.On(ChinaTime.DayOf(context.At));
            if (await db.Set<TicketPause>().CountAsync(p => p.TicketId == open.Ticket.Id, cancel) >= rules.Pauses.Most)
            {
                return new PausesAreUsedUp(rules.Pauses.Most);
            }

            var reason = HandlingTexts.Why.Check(input.Reason);
            List<Refusal> refusals = [.. reason.Refusals];
            if (input.WaitsFor is not { } waitsFor || !Enum.IsDefined(waitsFor))
            {
                waitsFor = default;
                refusals.Add(new PauseReasonIsMissing());
            }

            var today = ChinaTime.DayOf(context.At);
            if (input.Until is not { } until)
            {
                until = default;
                refusals.Add(new PauseDayIsMissing());
            }
            else if (until < today || until.DayNumber - today.DayNumber > rules.Pauses.LongestDays)
            {
                refusals.Add(new PauseDayIsOutOfRange(rules.Pauses.LongestDays));
            }

            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            db.Add(new TicketPause
            {
                Id = context.RequestId, TicketId = open.Ticket.Id, WaitsFor = waitsFor, Reason = reason.Value, FromAt = context.At,
                UntilAt = ChinaTime.EndOf(until).ToUniversalTime(), PausedBy = context.Actor.PersonId, Rules = rules.Version,
            });
            await TicketClock.Set(db, deadlines, open.Ticket, cancel);
            desk.Tell(open, context, waitsFor == PauseReason.Resident ? "TicketWaitsForYou" : "TicketPaused", open.Ticket.ReporterId);
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
