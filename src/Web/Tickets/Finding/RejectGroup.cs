using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Finding;

/// <summary>不是同一件: none of the proposed tickets is one matter with another; they are not proposed together again.</summary>
internal sealed class RejectGroup(GroupDesk desk)
{
    public sealed record Input
    {
        public required Guid Group { get; init; }

        public uint? Version { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Group, input.Version, GroupState.Rejected, nameof(RejectGroup), context, open =>
        {
            foreach (var member in open.Members)
            {
                (member.State, member.DecidedAt) = (MemberState.Rejected, context.At);
            }

            return Task.FromResult<IReadOnlyList<Refusal>>([]);
        }, cancel);
}
