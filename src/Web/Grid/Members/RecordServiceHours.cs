using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Records hours that a registered member served; they wait for another person's confirmation.</summary>
internal sealed class RecordServiceHours(LinliDb db, Registrations registrations, Changes changes)
{
    private const string Process = nameof(RecordServiceHours);

    public async Task<Outcome<Guid>> Execute(Guid registrationId, ServiceInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(registrationId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await registrations.Find(registrationId, context.Actor, cancel) is not { Row: var registration })
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        faults.AddIf(registration.EndedOn is not null, new RegistrationHasEnded());
        var record = await Build(registration, input, context, faults, null, cancel);
        if (record is null)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(record);
        var saved = await changes.Save(context, Process, "ServiceRecord", record.Id, new { registrationId, record.Minutes }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    /// <summary>Corrects a record: the old one no longer counts, the new one waits for confirmation.</summary>
    internal async Task<ServiceRecord?> Build(
        DoubleRegistration registration, ServiceInput input, ProcessContext context, GridFaults faults, Guid? corrects, CancellationToken cancel)
    {
        var time = TimeOf(registration, input, context, faults);
        var record = new ServiceRecord
        {
            Id = context.RequestId,
            RegistrationId = registration.Id,
            PersonId = registration.PersonId,
            PositionId = input.PositionId,
            What = faults.Line(nameof(input.What), input.What, 100),
            State = ServiceState.Recorded,
            RecordedBy = context.Actor.PersonId,
            RecordedAt = context.At,
            Corrects = corrects,
            CorrectionReason = corrects is null ? null : faults.Line(nameof(input.Reason), input.Reason, 100),
        };
        faults.AddIf(
            input.PositionId is { } position && !await db.Set<PositionClaim>().AnyAsync(c => c.PositionId == position && c.RegistrationId == registration.Id, cancel),
            new GridChoiceIsMissing(nameof(input.PositionId)));
        if (time is null || faults.Any)
        {
            return null;
        }

        var others = await db.Set<ServiceRecord>().AsNoTracking()
            .Where(r => r.PersonId == registration.PersonId && r.Id != corrects && (r.State == ServiceState.Recorded || r.State == ServiceState.Confirmed)
                && r.StartsAt < time.EndsAt.ToUniversalTime() && r.EndsAt > time.StartsAt.ToUniversalTime()).AnyAsync(cancel);
        faults.AddIf(others, new ServicesOverlap());
        (record.StartsAt, record.EndsAt, record.Minutes) = (time.StartsAt.ToUniversalTime(), time.EndsAt.ToUniversalTime(), time.Minutes);
        return faults.Any ? null : record;
    }

    private static ServiceTime? TimeOf(DoubleRegistration registration, ServiceInput input, ProcessContext context, GridFaults faults)
    {
        var day = faults.Day(nameof(input.Day), input.Day, ChinaTime.DayOf(context.At));
        faults.AddIf(input.StartsAt is null, new TimeIsMissing(nameof(input.StartsAt)));
        faults.AddIf(input.EndsAt is null, new TimeIsMissing(nameof(input.EndsAt)));
        return faults.Any ? null : faults.Take(ServiceTime.Of(
            ChinaTime.At(day, input.StartsAt!.Value),
            ChinaTime.At(input.EndsAt < input.StartsAt ? day.AddDays(1) : day, input.EndsAt!.Value),
            registration.RegisteredOn, context.At, GridRules.BuiltIn));
    }
}
