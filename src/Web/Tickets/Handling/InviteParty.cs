using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>联访联议联办联调: asks another organisation for its part until a day. The lead unit stays responsible.</summary>
internal sealed class InviteParty(TicketDesk desk, LinliDb db, IPosts posts)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required Guid? Organisation { get; init; }

        public required JointWay? Way { get; init; }

        public required string? Task { get; init; }

        public required DateOnly? DueOn { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.InviteParty, context, async open =>
        {
            var (ticket, today, rules) = (open.Ticket, ChinaTime.DayOf(context.At), HandlingRules.On(ChinaTime.DayOf(context.At)));
            var task = HandlingTexts.Task.Check(input.Task);
            List<Refusal> refusals = [.. task.Refusals];
            var members = (await HandlingChoices.Holders(posts, ticket.CompoundId, ticket.LeadOrganisationId, cancel)).Where(h => h.OrganisationId == input.Organisation).ToList();
            if (input.Organisation is null || members.Count == 0)
            {
                refusals.Add(input.Organisation is null ? new OrganisationIsMissing() : new OrganisationCannotBeInvited());
            }
            else if (await db.Set<JointParty>().AnyAsync(p => p.TicketId == ticket.Id && p.OrganisationId == input.Organisation && p.ReportedAt == null, cancel))
            {
                refusals.Add(new OrganisationIsInvitedAlready());
            }

            if (input.Way is not { } way || !Enum.IsDefined(way))
            {
                way = default;
                refusals.Add(new JointWayIsMissing());
            }

            if (input.DueOn is not { } due || due < today || due.DayNumber - today.DayNumber > rules.JointLongestDays)
            {
                due = default;
                refusals.Add(input.DueOn is null ? new TaskDayIsMissing() : new TaskDayIsOutOfRange(rules.JointLongestDays));
            }

            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            db.Add(new JointParty
            {
                Id = context.RequestId, TicketId = ticket.Id, OrganisationId = input.Organisation!.Value, Way = way, Task = task.Value, DueOn = due,
                InvitedBy = context.Actor.PersonId, InvitedAt = context.At, Rules = rules.Version,
            });
            desk.Tell(open, context, "PartyInvited", members.Select(m => (Guid?)m.PersonId).Where(person => person != ticket.ReporterId));
            return new TicketDesk.Step($"{members[0].OrganisationName} · {task.Value}");
        }, cancel);
}
