using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>吹哨: calls the nearest level that can help, which has to report in by a moment of the rules. The ticket stays with its worker.</summary>
internal sealed class BlowWhistle(TicketDesk desk, LinliDb db, IPosts posts, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required WhistleLevel? Level { get; init; }

        public required string? Matter { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Whistle, context, async open =>
        {
            if (await db.Set<TicketWhistle>().AnyAsync(w => w.TicketId == open.Ticket.Id && w.AnsweredAt == null && w.RaisedAt == null, cancel))
            {
                return new WhistleIsOpen();
            }

            var matter = HandlingTexts.Matter.Check(input.Matter);
            if (input.Level is not { } level || !Enum.IsDefined(level))
            {
                return Outcome<TicketDesk.Step>.Refused([new WhistleLevelIsMissing(), .. matter.Refusals]);
            }

            var targets = await WhistleTargets.Of(db, posts, open.Ticket.Id, open.Ticket.CompoundId, context.Actor, cancel);
            if (targets.FirstOrDefault(target => target.Level == level) is not { } called)
            {
                return new NobodyAnswersAtThisLevel();
            }

            if (targets.Any(target => target.Level < level && !target.IsCalled))
            {
                return new TheNearerLevelComesFirst();
            }

            if (matter.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused(matter.Refusals);
            }

            db.Add(Whistle(open, called, matter.Value, context, deadlines));
            desk.Tell(open, context, "WhistleBlown", called.People.Cast<Guid?>());
            return new TicketDesk.Step(matter.Value);
        }, cancel);

    public static TicketWhistle Whistle(TicketDesk.Open open, WhistleTarget called, string matter, ProcessContext context, TicketDeadlines deadlines)
    {
        var rules = HandlingRules.On(ChinaTime.DayOf(context.At));
        return new TicketWhistle
        {
            Id = context.RequestId, TicketId = open.Ticket.Id, Level = called.Level, PlaceId = called.PlaceId, Matter = matter, BlownBy = context.Actor.PersonId,
            BlownFor = context.Actor.Capacity?.OrganisationId, BlownAt = context.At, DueAt = deadlines.Due(context.At, rules.Whistles[called.Level].Within), Rules = rules.Version,
        };
    }
}
