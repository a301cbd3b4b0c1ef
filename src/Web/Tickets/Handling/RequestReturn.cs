using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;

namespace Linli.Web.Tickets.Handling;

/// <summary>申请退单: the worker, or the unit, gives it back with a ground; somebody else decides. Meanwhile the clock runs.</summary>
internal sealed class RequestReturn(TicketDesk desk, LinliDb db, IPosts posts, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required ReturnGround? Ground { get; init; }

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.RequestReturn, context, async open =>
        {
            var reason = HandlingTexts.Why.Check(input.Reason);
            List<Refusal> refusals = [.. reason.Refusals];
            if (input.Ground is not { } ground || !Enum.IsDefined(ground))
            {
                ground = default;
                refusals.Insert(0, new ReturnGroundIsMissing());
            }

            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            var rules = HandlingRules.On(ChinaTime.DayOf(context.At));
            var own = context.Actor.Capacity?.OrganisationId;
            // What a worker gives back his dispatcher may decide; what a unit gives back another unit does.
            var byUnit = !open.Roles.HasFlag(TicketRoles.Handler);
            db.Add(new TicketReturn
            {
                Id = context.RequestId, TicketId = open.Ticket.Id, Ground = ground, Reason = reason.Value, ByUnit = byUnit, AskedBy = context.Actor.PersonId, AskedFor = own,
                AskedAt = context.At, DecideDueAt = deadlines.Due(context.At, rules.Returns.Within), Rules = rules.Version,
            });
            var others = (await posts.HoldersAt(open.Ticket.CompoundId, Permission.AssignTickets, cancel))
                .Where(holder => holder.PersonId != context.Actor.PersonId && !(byUnit && holder.OrganisationId == own)).ToList();
            desk.Tell(open, context, "ReturnRequested", Nearest.Of(others));
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
