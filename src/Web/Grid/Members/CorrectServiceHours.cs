using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Puts a record right, with a reason. The old one stays readable and no longer counts; the new one waits for confirmation.</summary>
internal sealed class CorrectServiceHours(LinliDb db, Registrations registrations, RecordServiceHours hours, Changes changes)
{
    private const string Process = nameof(CorrectServiceHours);

    public async Task<Outcome<Guid>> Execute(Guid recordId, ServiceInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(recordId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var old = await db.Set<ServiceRecord>().FirstOrDefaultAsync(r => r.Id == recordId, cancel);
        if (old is null || await registrations.Find(old.RegistrationId, context.Actor, cancel) is not { Row: var registration })
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        faults.Take(ServiceRules.Correct(old.State));
        if (faults.Any || await hours.Build(registration, input with { PositionId = input.PositionId ?? old.PositionId }, context, faults, old.Id, cancel) is not { } record)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        old.State = ServiceState.Replaced;
        db.Add(record);
        var saved = await changes.Save(context, Process, "ServiceRecord", record.Id, new { corrects = old.Id, record.Minutes }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
