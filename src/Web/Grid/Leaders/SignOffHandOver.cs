using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Leaders;

/// <summary>Which households on the list are taken over.</summary>
public sealed record SignOffInput : ChangeInput
{
    /// <summary>Ids of the lines on the list.</summary>
    public IReadOnlyList<Guid>? Items { get; init; }
}

/// <summary>签收: the successor takes households over, one by one or several at once; the last one completes the list.</summary>
internal sealed class SignOffHandOver(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = nameof(SignOffHandOver);

    public async Task<Outcome<Done>> Execute(Guid handOverId, SignOffInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(handOverId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var list = await db.Set<HandOverList>().FirstOrDefaultAsync(h => h.Id == handOverId, cancel);
        if (list is null || await places.PathOf(list.PlaceId, cancel) is not { } compound || !MaySee(list, context.Actor, compound))
        {
            return new NotFound();
        }

        var waiting = await db.Set<HandOverItem>().Where(i => i.HandOverId == handOverId && i.Waits).ToListAsync(cancel);
        var asked = (input.Items ?? []).Distinct().ToList();
        var allowed = HandOver.SignOff(list.State, list.ToPost, context.Actor.Capacity!.Id, [.. waiting.Select(i => i.Id)], asked);
        if (allowed.IsRefused)
        {
            return allowed;
        }

        foreach (var item in waiting.Where(i => asked.Contains(i.Id)))
        {
            var charge = await db.Set<ChargeHeld>().SingleAsync(c => c.Id == item.ChargeId, cancel);
            var passed = Charges.Pass(charge.Rule, list.FromPost, list.ToPost, ChinaTime.DayOf(context.At));
            if (!passed.Succeeded(out var pass))
            {
                db.ChangeTracker.Clear();
                return Outcome<Done>.Refused(passed.Refusals);
            }

            charge.Until = pass.Ended.Until;
            db.Add(new ChargeHeld { Id = Guid.CreateVersion7(context.At), UnitId = charge.UnitId, PostId = list.ToPost, Role = list.Role, Since = pass.Begun.Since });
            (item.Waits, item.SignedAt) = (false, context.At);
        }

        if (asked.Count == waiting.Count)
        {
            (list.State, list.ClosedAt) = (HandOverState.Complete, context.At);
        }

        // The list's version moves with every signature: of two at once one is asked to look again.
        db.Entry(list).Property(l => l.State).IsModified = true;
        var saved = await changes.Save(context, Process, "HandOver", handOverId, new { signed = asked.Count, left = waiting.Count - asked.Count }, cancel);
        return saved.Then(_ => Done.It);
    }

    private static bool MaySee(HandOverList list, Actor actor, PlacePath compound) =>
        Scope.Of(actor, Permission.ManageGrid).Covers(compound)
        || (Scope.Of(actor, Permission.LookAfterHouseholds).Covers(compound) && (actor.Capacity?.Id == list.ToPost || actor.Capacity?.Id == list.FromPost));
}
