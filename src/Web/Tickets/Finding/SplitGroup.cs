using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Finding;

/// <summary>拆分: takes tickets out of a group with a reason, or ends it when none is left. Their reporters hear that their own ticket goes on by itself.</summary>
internal sealed class SplitGroup(GroupDesk desk)
{
    public sealed record Input
    {
        public required Guid Group { get; init; }

        public uint? Version { get; init; }

        /// <summary>The tickets to take out, by id; empty is all.</summary>
        public IReadOnlyList<Guid> Tickets { get; init; } = [];

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Group, input.Version, GroupState.Dissolved, nameof(SplitGroup), context, async open =>
        {
            var said = TicketTexts.Reason.Check(input.Reason);
            var inside = open.Members.Where(member => member.State == MemberState.Confirmed).ToList();
            var leaving = input.Tickets.Count == 0 ? inside : [.. inside.Where(member => input.Tickets.Contains(member.TicketId))];
            List<Refusal> refusals = [.. said.Refusals];
            if (leaving.Count < input.Tickets.Distinct().Count())
            {
                refusals.Add(new TicketIsNotInTheGroup());
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            foreach (var member in leaving)
            {
                (member.State, member.DecidedAt) = (MemberState.Left, context.At);
            }

            // As long as one ticket follows the leading one, the group stands.
            open.Group.State = leaving.Count < inside.Count ? GroupState.Confirmed : GroupState.Dissolved;
            open.Group.Reason = said.Value;
            await desk.Tell(leaving.Select(member => member.TicketId), "TicketUngrouped", context, cancel);
            return [];
        }, cancel);
}
