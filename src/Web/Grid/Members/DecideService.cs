using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>What is said to a service record.</summary>
public sealed record DecisionInput : ChangeInput
{
    /// <summary>True confirms, false refuses.</summary>
    public bool? Accept { get; init; }

    /// <summary>Why not; needed with a refusal.</summary>
    public string? Note { get; init; }
}

/// <summary>Confirms or refuses recorded hours, for the branch or the community, by somebody who neither served nor recorded.</summary>
internal sealed class DecideService(LinliDb db, Registrations registrations, Changes changes)
{
    private const string Process = nameof(DecideService);

    public async Task<Outcome<Done>> Execute(Guid recordId, DecisionInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(recordId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var record = await db.Set<ServiceRecord>().FirstOrDefaultAsync(r => r.Id == recordId, cancel);
        if (record is null || await registrations.Find(record.RegistrationId, context.Actor, cancel) is not { } found)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        faults.AddIf(input.Accept is null, new GridChoiceIsMissing(nameof(input.Accept)));
        var note = input.Accept == false ? faults.Line(nameof(input.Note), input.Note, 100) : faults.OptionalLine(nameof(input.Note), input.Note, 100);
        // The member may open the own record and is told here why nobody confirms it alone.
        faults.AddIf(!found.MayManage, new NobodyConfirmsOwnService());
        var next = faults.Any ? default : faults.Take(ServiceRules.Decide(record.State, record.PersonId, record.RecordedBy, context.Actor.PersonId, input.Accept!.Value));
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (record.State, record.DecidedBy, record.DecidedAt, record.DecisionNote) = (next, context.Actor.PersonId, context.At, note);
        var saved = await changes.Save(context, Process, "ServiceRecord", recordId, new { state = next }, cancel);
        return saved.Then(_ => Done.It);
    }
}
