using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Grid.Leaders;

/// <summary>Households that are to be given to somebody.</summary>
public sealed record AssignInput : HouseholdsInput;

/// <summary>Gives households without anybody to a captain or grid leader who is in post.</summary>
internal sealed class AssignHouseholds(LeaderDesk desk, HouseholdsOf households, Changes changes)
{
    private const string Process = nameof(AssignHouseholds);

    public async Task<Outcome<Done>> Execute(Guid postId, AssignInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(postId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await desk.Find(postId, context.Actor, context.At, cancel) is not { } leader)
        {
            return new NotFound();
        }

        if (!leader.IsHeld || leader.Row.DeputyOf is not null)
        {
            return leader.IsHeld ? new DeputyHasNoHouseholds() : new LeaderIsNotInPost();
        }

        var meant = await households.Find(leader.Row.PlaceId, input, Scope.Of(context.Actor, Permission.ManageGrid), cancel);
        if (!meant.Succeeded(out var units))
        {
            return Outcome<Done>.Refused(meant.Refusals);
        }

        var given = await desk.Give(units, leader.Row, context.Actor, context.At, cancel);
        if (given.IsRefused)
        {
            return given;
        }

        var saved = await changes.Save(context, Process, "Post", postId, new { households = units.Count, units }, cancel);
        return saved.Then(_ => Done.It);
    }
}
