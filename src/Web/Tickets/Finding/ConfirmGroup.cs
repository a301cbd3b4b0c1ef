using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>并案: the dispatcher says which of the proposed tickets are one matter with the leading one. Those left out are said not to be.</summary>
internal sealed class ConfirmGroup(GroupDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required Guid Group { get; init; }

        public uint? Version { get; init; }

        /// <summary>The tickets that are the same matter, by id.</summary>
        public IReadOnlyList<Guid> Tickets { get; init; } = [];
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Group, input.Version, GroupState.Confirmed, nameof(ConfirmGroup), context, async open =>
        {
            var proposed = open.Members.Where(member => member.State == MemberState.Proposed).ToList();
            if (input.Tickets.Any(chosen => proposed.TrueForAll(member => member.TicketId != chosen)))
            {
                return [new TicketIsNotInTheGroup()];
            }

            // What went to mediation in the meantime is joined with nothing.
            var ids = proposed.Select(member => member.TicketId).Append(open.Lead.Id).ToArray();
            var mediated = await db.Set<MediationCase>().Where(c => c.TicketId != null && ids.Contains(c.TicketId.Value)).Select(c => c.TicketId!.Value).ToListAsync(cancel);
            if (TicketFlow.IsFinal(open.Lead.State) || mediated.Contains(open.Lead.Id))
            {
                return [new LeadingTicketIsOver()];
            }

            foreach (var member in proposed)
            {
                member.State = input.Tickets.Contains(member.TicketId) && !mediated.Contains(member.TicketId) ? MemberState.Confirmed : MemberState.Rejected;
                member.DecidedAt = context.At;
            }

            if (open.Members.TrueForAll(member => member.State != MemberState.Confirmed))
            {
                return [new GroupMembersAreMissing()];
            }

            await desk.Tell(proposed.Where(member => member.State == MemberState.Confirmed).Select(member => member.TicketId), "TicketGrouped", context, cancel);
            return [];
        }, cancel);
}
