using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Gives the registrations of a compound to a workbook and takes them in from one, by their key.</summary>
internal sealed class KeptRegistrations(LinliDb db, IPlaces places) : IDoubleRegistrations
{
    public bool MayKeep(Actor actor, PlacePath compound) => Scope.Of(actor, Permission.ManageGrid).Covers(compound);

    public async Task<IReadOnlyList<RegistrationRow>> Of(Guid compoundId, Actor actor, CancellationToken cancel)
    {
        if (!await MayKeep(compoundId, actor, cancel))
        {
            return [];
        }

        var rows = await db.Set<DoubleRegistration>().AsNoTracking().Where(r => r.CompoundId == compoundId).OrderBy(r => r.RegisteredOn).ThenBy(r => r.Id).ToListAsync(cancel);
        return rows.ConvertAll(r => new RegistrationRow(r.PersonId, new RegistrationFacts(r.WorkUnit, r.Skills, r.Services, r.HoursAMonth), r.RegisteredOn, r.EndedOn));
    }

    public async Task Put(Guid compoundId, IReadOnlyList<RegistrationRow> rows, ProcessContext context, CancellationToken cancel)
    {
        if (rows.Count == 0 || !await MayKeep(compoundId, context.Actor, cancel))
        {
            return;
        }

        var people = rows.Select(row => row.PersonId).ToArray();
        var known = await db.Set<DoubleRegistration>().Where(r => r.CompoundId == compoundId && people.Contains(r.PersonId)).ToDictionaryAsync(r => r.PersonId, cancel);
        var reports = await db.Set<UnitReport>().FromSql($"select r.* from grid.unit_reports r join registry.places p on p.parent_id = r.community_id where p.id = {compoundId}")
            .ToDictionaryAsync(report => report.Name, report => report.Id, StringComparer.Ordinal, cancel);
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.PersonId, out var registration))
            {
                registration = db.Add(new DoubleRegistration { Id = Guid.CreateVersion7(context.At), PersonId = row.PersonId, CompoundId = compoundId }).Entity;
                registration.RegisteredBy = context.Actor.PersonId;
            }

            (registration.WorkUnit, registration.Skills, registration.Services, registration.HoursAMonth) = row.Facts;
            (registration.RegisteredOn, registration.EndedOn) = (row.RegisteredOn, row.EndedOn);
            registration.UnitReportId = reports.TryGetValue(row.Facts.WorkUnit, out var report) ? report : null;
        }
    }

    private async Task<bool> MayKeep(Guid compoundId, Actor actor, CancellationToken cancel) =>
        await places.PathOf(compoundId, cancel) is { } compound && MayKeep(actor, compound);
}
