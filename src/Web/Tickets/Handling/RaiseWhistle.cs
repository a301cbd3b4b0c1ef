using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>向上一级吹哨: the level called let its time pass, so the next one is called; who was silent stays on record.</summary>
internal sealed class RaiseWhistle(TicketDesk desk, LinliDb db, IPosts posts, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.RaiseWhistle, context, async open =>
        {
            var silent = await db.Set<TicketWhistle>().SingleOrDefaultAsync(w => w.TicketId == open.Ticket.Id && w.AnsweredAt == null && w.RaisedAt == null, cancel);
            if (silent is null)
            {
                return new NoWhistleToRaise();
            }

            if (context.At <= silent.DueAt)
            {
                return new WhistleStillHasTime(Moments.Due(silent.DueAt));
            }

            var targets = await WhistleTargets.Of(db, posts, open.Ticket.Id, open.Ticket.CompoundId, context.Actor, cancel);
            if (targets.FirstOrDefault(target => target.Level > silent.Level) is not { } next)
            {
                return new NoLevelAbove();
            }

            silent.RaisedAt = context.At;
            var raised = BlowWhistle.Whistle(open, next, silent.Matter, context, deadlines);
            raised.RaisedFrom = silent.Id;
            db.Add(raised);
            desk.Tell(open, context, "WhistleBlown", next.People.Cast<Guid?>());
            return new TicketDesk.Step(silent.Matter);
        }, cancel);
}
