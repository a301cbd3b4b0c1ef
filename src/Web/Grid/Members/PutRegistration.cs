using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Contract;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>Takes in a row of an imported table, by its key.</summary>
internal sealed class PutRegistration(LinliDb db, NpgsqlDataSource database, IPlaces places) : IDoubleRegistrations
{
    public async Task<Outcome<Guid>> Put(RegistrationRow row, ProcessContext context, CancellationToken cancel)
    {
        if (await places.PathOf(row.CompoundId, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.ManageGrid).Covers(compound))
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var today = ChinaTime.DayOf(context.At);
        var workUnit = faults.Line(nameof(row.WorkUnit), row.WorkUnit, 60);
        var skills = faults.OptionalLine(nameof(row.Skills), row.Skills, 100);
        var services = faults.OptionalLine(nameof(row.Services), row.Services, 100);
        var hours = faults.OptionalNumber(nameof(row.HoursAMonth), row.HoursAMonth, 0, 744);
        var day = faults.OptionalDay(nameof(row.RegisteredOn), row.RegisteredOn, today) ?? today;
        faults.AddIf(
            (await database.Read("select 1 from registry.people where id = @person and party_member", _ => true, cancel, ("person", row.PersonId))).Count == 0,
            new PersonIsNoPartyMember());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var known = db.Set<DoubleRegistration>().Local.FirstOrDefault(r => r.PersonId == row.PersonId && r.CompoundId == row.CompoundId)
            ?? await db.Set<DoubleRegistration>().FirstOrDefaultAsync(r => r.PersonId == row.PersonId && r.CompoundId == row.CompoundId, cancel);
        var registration = known ?? db.Add(new DoubleRegistration
        {
            Id = Guid.CreateVersion7(context.At), PersonId = row.PersonId, CompoundId = row.CompoundId, RegisteredBy = context.Actor.PersonId, RegisteredOn = day,
        }).Entity;
        (registration.WorkUnit, registration.Skills, registration.Services, registration.HoursAMonth) = (workUnit, skills, services, hours);
        return registration.Id;
    }
}
