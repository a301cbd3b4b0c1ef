using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>What every act on a case has in common: open it if it may be seen, ask the table, write the step in confidence.</summary>
internal sealed class MediationDesk(LinliDb db, IPlaces places, IPosts posts, Changes changes, MediationSeal seal)
{
    /// <summary>One name for all acts: the audit trail tells that something happened to a case, not what.</summary>
    public const string Process = "HandleMediation";

    public const string Subject = nameof(MediationCase);

    /// <summary>Does an act. <paramref name="change"/> checks the input and changes the case; it may name an act that follows by itself.</summary>
    public async Task<Outcome<Saved>> Act(
        Guid id, MediationInput input, MediationAct act, ProcessContext context, Func<CaseFile, Task<Outcome<MediationAct?>>> change, CancellationToken cancel)
    {
        context = context.InConfidence().On($"{id}/{act}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await Open(id, context.Actor, cancel) is not { } file)
        {
            return new NotFound();
        }

        if (input.Version is { } seen && seen != file.Case.Version)
        {
            return new ChangedMeanwhile();
        }

        var decided = MediationFlow.Decide(file.Case.State, act, MediationAccess.RolesOf(context.Actor, file));
        if (decided.IsRefused)
        {
            return Outcome<Saved>.Refused(decided.Refusals);
        }

        var changed = await change(file);
        if (changed.IsRefused)
        {
            db.ChangeTracker.Clear();
            return Outcome<Saved>.Refused(changed.Refusals);
        }

        Move(file.Case, act, decided.Value, context.At);
        var step = Step(file.Case, act, context);
        if (changed.Value is { } follows)
        {
            Move(file.Case, follows, MediationFlow.Decide(file.Case.State, follows, MediationRoles.System).Value, context.At);
            Step(file.Case, follows, context with { At = context.At.AddTicks(10) });
        }

        // Some acts change no column of the case; its version moves all the same.
        db.Entry(file.Case).Property(c => c.State).IsModified = true;
        return await changes.Save(context, Process, Subject, id, new { step = step.Id, mark = seal.MarkOf(step) }, cancel);
    }

    /// <summary>Writes a new case with its first step.</summary>
    public async Task<Outcome<Saved>> Make(MediationCase made, MediationAct act, ProcessContext context, CancellationToken cancel)
    {
        made.State = MediationFlow.Table.Single(row => row.From is null && row.Act == act).To;
        made.AppliedAt = context.At;
        var number = await db.Database.SqlQuery<long>($"""select nextval('tickets.mediation_number_seq') as "Value" """).SingleAsync(cancel);
        made.Number = MediationNumber.Of(context.At, checked((int)number));
        db.Add(made);
        var step = Step(made, act, context);
        return await changes.Save(context, Process, Subject, made.Id, new { step = step.Id, mark = seal.MarkOf(step) }, cancel);
    }

    /// <summary>The case with its parties and mediators, tracked; null where there is none to be seen. What of it is seen is asked of <see cref="MediationAccess"/>.</summary>
    internal async Task<CaseFile?> Open(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<MediationCase>().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } found
            || await places.Find(found.CompoundId, cancel) is not { } compound)
        {
            return null;
        }

        var file = new CaseFile
        {
            Case = found,
            Compound = compound.Path,
            CompoundName = compound.Name,
            Parties = await db.Set<MediationParty>().Where(p => p.CaseId == id).OrderBy(p => p.Position).ToListAsync(cancel),
            Mediators = await db.Set<CaseMediator>().Where(m => m.CaseId == id).OrderBy(m => m.Since).ToListAsync(cancel),
            Committee = (await posts.HoldersAt(found.CompoundId, Permission.Mediate, cancel)).Select(holder => holder.PersonId).ToHashSet(),
        };
        return MediationAccess.RolesOf(actor, file) == MediationRoles.None ? null : file;
    }

    private static void Move(MediationCase moved, MediationAct act, MediationState to, DateTimeOffset at)
    {
        if (to == MediationState.Closed)
        {
            (moved.Result, moved.ClosedAt) = (MediationFlow.ResultOf(moved.State, act), at);
        }

        moved.State = to;
    }

    private MediationStep Step(MediationCase about, MediationAct act, ProcessContext context) => db.Add(new MediationStep
    {
        Id = Guid.CreateVersion7(context.At),
        CaseId = about.Id,
        At = context.At,
        Act = act,
        State = about.State,
        PersonId = context.Actor.IsSystem ? null : context.Actor.PersonId,
        ActedAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord,
    }).Entity;
}
