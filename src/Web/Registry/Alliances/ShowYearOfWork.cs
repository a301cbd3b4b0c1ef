using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>A year's work of an association: duty by duty, the plan, what was done.</summary>
public sealed record YearView
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    public required string PlaceName { get; init; }

    public required int Year { get; init; }

    /// <summary>Years in which there is work or a plan, and this one; newest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    public required DutySet Duties { get; init; }

    public required IReadOnlyList<DutyYear> ByDuty { get; init; }

    public required IReadOnlyList<PlanItemView> Plan { get; init; }

    public required IReadOnlyList<ActivityView> Activities { get; init; }

    public required bool MayKeep { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Duties for which nothing was done.</summary>
    public IEnumerable<DutyYear> WithoutWork => ByDuty.Where(d => d.IsWithoutWork);
}

/// <summary>Planned work and whether it was done.</summary>
public sealed record PlanItemView(Guid Id, string Duty, string Title, DateOnly DueOn, bool IsDone, bool IsLate, DateOnly? DroppedOn, string? DropReason);

/// <summary>Work that was done.</summary>
public sealed record ActivityView(
    Guid Id, string Duty, string Title, DateOnly HeldOn, string Done, int Participants, string Result, bool IsPlanned, IReadOnlyList<Guid> Photos);

internal sealed class ShowYearOfWork(LinliDb db, TimeProvider clock)
{
    public async Task<YearView?> Execute(Guid id, int? year, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from o in db.AssociationsSeenBy(actor).AsNoTracking()
            join place in db.Set<Place>() on o.PlaceId equals place.Id
            where o.Id == id
            select new { o, place }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var shown = year is >= 1900 and <= 9000 ? year.Value : today.Year;
        var duties = AssociationDuties.Of(found.o.Kind);
        var activities = await Activities(id, shown, cancel);
        var plan = await Plan(id, shown, today, cancel);
        return new YearView
        {
            Id = id,
            Kind = found.o.Kind,
            Name = found.o.Name,
            PlaceName = found.place.Name,
            Year = shown,
            Years = await Years(id, today.Year, cancel),
            Duties = duties,
            ByDuty = YearOfWork.Of(
                duties,
                [.. plan.Where(i => i.DroppedOn is null).Select(i => new PlannedWork(i.Duty, i.DueOn, i.IsDone))],
                [.. activities.Select(a => new WorkDone(a.Duty, a.Participants))],
                today),
            Plan = plan,
            Activities = activities,
            MayKeep = found.o.EndedOn is null && Scope.Of(actor, Permission.ManageAlliances).Covers(found.place.Path),
            Today = today,
        };
    }

    private async Task<IReadOnlyList<PlanItemView>> Plan(Guid id, int year, DateOnly today, CancellationToken cancel)
    {
        var rows = await db.Set<AssociationPlanItem>().AsNoTracking().Where(i => i.AssociationId == id && i.DueOn.Year == year)
            .OrderBy(i => i.DueOn).ThenBy(i => i.Id)
            .Select(i => new { i, IsDone = db.Set<AssociationActivity>().Any(a => a.PlanItemId == i.Id) }).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new PlanItemView(
                r.i.Id, r.i.Duty, r.i.Title, r.i.DueOn, r.IsDone, !r.IsDone && r.i.DroppedOn is null && r.i.DueOn < today, r.i.DroppedOn, r.i.DropReason)),
        ];
    }

    private async Task<IReadOnlyList<ActivityView>> Activities(Guid id, int year, CancellationToken cancel)
    {
        var rows = await db.Set<AssociationActivity>().AsNoTracking().Where(a => a.AssociationId == id && a.HeldOn.Year == year)
            .OrderByDescending(a => a.HeldOn).ThenBy(a => a.Id).ToListAsync(cancel);
        var photos = await WorkPhotos.Of(db, RecordActivity.Subject, [.. rows.Select(a => a.Id)], cancel);
        return
        [
            .. rows.Select(a => new ActivityView(
                a.Id, a.Duty, a.Title, a.HeldOn, a.Done, a.Participants, a.Result, a.PlanItemId is not null, [.. photos[a.Id]])),
        ];
    }

    private async Task<IReadOnlyList<int>> Years(Guid id, int thisYear, CancellationToken cancel)
    {
        var worked = await db.Set<AssociationActivity>().Where(a => a.AssociationId == id).Select(a => a.HeldOn.Year).Distinct().ToListAsync(cancel);
        var planned = await db.Set<AssociationPlanItem>().Where(i => i.AssociationId == id).Select(i => i.DueOn.Year).Distinct().ToListAsync(cancel);
        return [.. worked.Union(planned).Append(thisYear).Distinct().OrderDescending()];
    }
}
