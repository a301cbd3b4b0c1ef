using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>An organisation as it reports.</summary>
public sealed record UnitReportInput : ChangeInput
{
    public string? Name { get; init; }

    public string? Contact { get; init; }

    public int? Members { get; init; }

    public DateOnly? ReportedOn { get; init; }
}

/// <summary>单位报到: an organisation reports to the community; members who named it as their unit are linked with it.</summary>
internal sealed class ReportUnit(LinliDb db, GridPlaces places, Changes changes)
{
    private const string Process = nameof(ReportUnit);

    public async Task<Outcome<Guid>> Execute(string communityCode, UnitReportInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(communityCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await places.Find(communityCode, context.Actor, Permission.ManageGrid, cancel) is not { Kind: PlaceKind.Community } community)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var report = new UnitReport
        {
            Id = context.RequestId,
            CommunityId = community.Id,
            Name = faults.Line(nameof(input.Name), input.Name, 60),
            Contact = faults.OptionalLine(nameof(input.Contact), input.Contact, 60),
            Members = faults.OptionalNumber(nameof(input.Members), input.Members, 0, 100_000),
            ReportedOn = faults.OptionalDay(nameof(input.ReportedOn), input.ReportedOn, ChinaTime.DayOf(context.At)) ?? ChinaTime.DayOf(context.At),
        };
        faults.AddIf(await db.Set<UnitReport>().AnyAsync(r => r.CommunityId == community.Id && r.Name == report.Name, cancel), new UnitHasReportedAlready());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(report);
        var waiting = await db.Set<DoubleRegistration>().FromSql(
            $"select r.*, r.xmin from grid.double_registrations r join registry.places p on p.id = r.compound_id where p.parent_id = {community.Id} and r.work_unit = {report.Name}")
            .ToListAsync(cancel);
        waiting.ForEach(registration => registration.UnitReportId = report.Id);
        var saved = await changes.Save(context, Process, "UnitReport", report.Id, new { community.Id, linked = waiting.Count }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
