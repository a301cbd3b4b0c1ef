using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Grid.Leaders;

/// <summary>Number and term as they shall be from now on.</summary>
public sealed record LeaderChangeInput : ChangeInput
{
    /// <summary>The number that households are told; empty to publish none.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The last day of the term; empty for none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Why; needed when the term is changed.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that was seen.</summary>
    public uint? Version { get; init; }
}

/// <summary>Changes the published number or the term of a captain or grid leader in post; what was changed, by whom and when stays on record.</summary>
internal sealed class ChangeLeader(LinliDb db, LeaderDesk desk, IAppointments appointments, Changes changes)
{
    private const string Process = nameof(ChangeLeader);

    public async Task<Outcome<Done>> Execute(Guid postId, LeaderChangeInput input, ProcessContext context, CancellationToken cancel)
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

        if (input.Version is { } seen && seen != leader.Row.Version)
        {
            return new ChangedMeanwhile();
        }

        var faults = new GridFaults();
        var phone = faults.ContactPhone(input.ContactPhone);
        var moved = input.LastDay != leader.LastDay;
        var reason = moved ? faults.Line(nameof(input.Reason), input.Reason, 100) : faults.OptionalLine(nameof(input.Reason), input.Reason, 100);
        if (moved && !faults.Any)
        {
            faults.Take(await appointments.PutTerm(postId, input.LastDay, context, cancel));
        }

        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Done>.Refused(faults.All);
        }

        LeaderDesk.Note(db, leader.Row, phone, moved ? (leader.LastDay, input.LastDay) : null, reason, context);
        var saved = await changes.Save(context, Process, "Post", postId, new { termMoved = moved, input.LastDay }, cancel);
        return saved.Then(_ => Done.It);
    }
}
