using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Leaders;

/// <summary>To whom households pass, why, and which; none named means all.</summary>
public sealed record HandOverInput : HouseholdsInput
{
    public Guid? ToPost { get; init; }

    public string? Reason { get; init; }
}

/// <summary>
/// Makes a hand-over list: of all households when somebody leaves or two areas are merged, of some when an area is split. Until the successor signs
/// a household off it stays with the predecessor and the list is open.
/// </summary>
internal sealed class BeginHandOver(LinliDb db, LeaderDesk desk, HouseholdsOf households, Notifier notifier, Changes changes)
{
    private const string Process = nameof(BeginHandOver);

    public async Task<Outcome<Guid>> Execute(Guid fromPost, HandOverInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(fromPost);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await desk.Find(fromPost, context.Actor, context.At, cancel) is not { } from)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var reason = faults.Line(nameof(input.Reason), input.Reason, 100);
        var to = await desk.Find(input.ToPost, context.Actor, context.At, cancel);
        faults.AddIf(to is null, new GridChoiceIsMissing(nameof(input.ToPost)));
        faults.AddIf(to is { IsHeld: false }, new LeaderIsNotInPost());
        faults.AddIf(
            to is not null && (to.Row.Role != from.Row.Role || to.Row.PlaceId != from.Row.PlaceId || to.Row.DeputyOf is not null), new SuccessorHasAnotherTask());
        var named = (input.Places?.Count ?? 0) + (input.Units?.Count ?? 0) > 0
            ? faults.Take(await households.Find(from.Row.PlaceId, input, Scope.Of(context.Actor, Permission.ManageGrid), cancel)) : [];
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var charges = await db.Set<ChargeHeld>().AsNoTracking()
            .Where(c => c.PostId == fromPost && c.Until == null && !db.Set<HandOverItem>().Any(i => i.ChargeId == c.Id && i.Waits)).ToListAsync(cancel);
        // Of a building some households may be another captain's: a place names those that are the predecessor's.
        var wanted = input.Places is { Count: > 0 } && input.Units is not { Count: > 0 } ? named!.Intersect(charges.Select(c => c.UnitId)).ToList() : named!;
        faults.AddIf(named!.Count > 0 && wanted.Count == 0, new NothingToHandOver());
        var list = faults.Any ? null : faults.Take(HandOver.Begin(fromPost, to!.Row.PostId, [.. charges.Select(c => c.UnitId)], [.. wanted]));
        return faults.Any ? Outcome<Guid>.Refused(faults.All) : await Save(from, to!, reason, [.. charges.Where(c => list!.Contains(c.UnitId))], context, cancel);
    }

    private async Task<Outcome<Guid>> Save(
        FoundLeader from, FoundLeader to, string reason, IReadOnlyList<ChargeHeld> charges, ProcessContext context, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(context.At);
        var list = db.Add(new HandOverList
        {
            Id = context.RequestId, Role = from.Row.Role, PlaceId = from.Row.PlaceId, FromPost = from.Row.PostId, ToPost = to.Row.PostId, Reason = reason,
            State = HandOverState.Open, BegunOn = today, DueOn = today.AddDays(GridRules.BuiltIn.HandOverDays.Value), BegunBy = context.Actor.PersonId,
        }).Entity;
        db.AddRange(charges.Select(charge => new HandOverItem
        {
            Id = Guid.CreateVersion7(context.At), HandOverId = list.Id, ChargeId = charge.Id, UnitId = charge.UnitId, Waits = true,
        }));
        notifier.Tell(
            new[] { from.PersonId, to.PersonId }.Where(person => person != context.Actor.PersonId), "HandOverBegun",
            new() { ["Count"] = charges.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) }, $"/grid/hand-overs/{list.Id}", context.At);
        var saved = await changes.Save(context, Process, "HandOver", list.Id, new { list.FromPost, list.ToPost, households = charges.Count }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
