using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>申请延期: more days with a reason; another person decides, and until then nothing changes.</summary>
internal sealed class AskExtension(TicketDesk desk, LinliDb db, IPosts posts)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required int? Days { get; init; }

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.AskExtension, context, async open =>
        {
            var ticket = open.Ticket;
            var rules = HandlingRules.On(ChinaTime.DayOf(context.At));
            var isOpen = await db.Set<TicketExtension>().AnyAsync(e => e.TicketId == ticket.Id && e.DecidedAt == null, cancel);
            var judged = ExtensionRequest.Judge(
                rules.Extensions, ticket.Urgency, input.Days, ticket.TimesExtended, isOpen, ticket.ResolveDueAt, ticket.TimesReopened > 0, context.At);
            var reason = HandlingTexts.Why.Check(input.Reason);
            if (judged.IsRefused || reason.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused([.. judged.Refusals, .. reason.Refusals]);
            }

            db.Add(new TicketExtension
            {
                Id = context.RequestId, TicketId = ticket.Id, Days = judged.Value.By.Amount, CountsFrom = judged.Value.CountsFrom, Reason = reason.Value,
                DueBefore = ticket.ResolveDueAt, AskedBy = context.Actor.PersonId, AskedAt = context.At, Rules = rules.Version,
            });
            var others = (await posts.HoldersAt(ticket.CompoundId, Permission.ApproveExtensions, cancel)).Where(holder => holder.PersonId != context.Actor.PersonId).ToList();
            desk.Tell(open, context, "ExtensionAsked", Nearest.Of(others));
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
