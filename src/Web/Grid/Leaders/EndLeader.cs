using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Grid.Leaders;

/// <summary>The last day in post.</summary>
public sealed record LastDayInput : ChangeInput
{
    public DateOnly? LastDay { get; init; }
}

/// <summary>Ends a captain's or grid leader's post. Nobody is kept in post for want of a successor: households left behind become a gap that is told.</summary>
internal sealed class EndLeader(LeaderDesk desk, IAppointments appointments, GapAlerts alerts, Changes changes)
{
    private const string Process = nameof(EndLeader);

    public async Task<Outcome<Done>> Execute(Guid postId, LastDayInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(postId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (Scope.Of(context.Actor, Permission.ManageGrid).IsNothing || await desk.Find(postId, context.Actor, context.At, cancel) is null)
        {
            return new NotFound();
        }

        var ended = await appointments.PutEnd(postId, input.LastDay, context, cancel);
        if (ended.IsRefused)
        {
            return ended;
        }

        var saved = await changes.Save(context, Process, "Post", postId, new { input.LastDay }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await alerts.Raise(context.Actor, context.At, cancel);
        return Done.It;
    }
}
