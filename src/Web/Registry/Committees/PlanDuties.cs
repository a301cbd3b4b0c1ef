using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>A round of duty among the households of a courtyard.</summary>
public sealed record DutyPlanInput : ChangeInput
{
    public BodyKind? Kind { get; set; }

    public DateOnly? FirstDay { get; set; }

    /// <summary>Days of a turn, 1 to 31.</summary>
    public int? DaysEach { get; set; } = 7;

    /// <summary>Turns to plan, 1 to 60.</summary>
    public int? Turns { get; set; }

    /// <summary>What is to be done.</summary>
    public string? Task { get; set; }
}

/// <summary>No home is registered, so that nobody's turn can come.</summary>
public sealed record HomesAreMissing : Refusal;

/// <summary>Turns are planned up to a day already.</summary>
public sealed record TurnsArePlannedUntil(DateOnly Day) : Refusal
{
    public override string? Field => "FirstDay";
}

/// <summary>Plans the next turns (轮流值班): every household in the order of its number, going on after the one that came last.</summary>
internal sealed class PlanDuties(LinliDb db, Changes changes, GovernanceReader reader, WorkCalendars calendars)
{
    private const string Process = nameof(PlanDuties);

    public async Task<Outcome<Guid>> Execute(string compoundCode, DutyPlanInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var today = ChinaTime.DayOf(context.At);
        if (await reader.Find(compoundCode, Scope.Of(context.Actor, Permission.ManageCommittees), today, cancel) is not { } compound)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var first = faults.Day(nameof(input.FirstDay), input.FirstDay, today);
        var days = faults.OptionalNumber(nameof(input.DaysEach), input.DaysEach ?? 0, 1, 31) ?? 1;
        var turns = faults.OptionalNumber(nameof(input.Turns), input.Turns ?? 0, 1, 60) ?? 1;
        var task = faults.Line(nameof(input.Task), input.Task, 100);
        var kind = faults.Choice<BodyKind>(nameof(input.Kind), input.Kind ?? BodyKind.SelfGovernment);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var body = compound.BodyOf(kind) is { } known ? await db.Set<GoverningBody>().SingleAsync(b => b.Id == known.Id, cancel) : null;
        var act = new ActToRecord { Kind = kind, Act = BodyAct.PlanDuties, Day = today };
        var judged = BodyLife.Record(body?.ToBody(), act, new BodySurroundings
        {
            Roles = BodyAccess.RolesOf(context.Actor, compound.Place.Path), Rules = compound.Rules, Calendar = calendars.Now, Today = today,
        });
        if (!judged.Succeeded(out var after))
        {
            return Outcome<Guid>.Refused(judged.Refusals);
        }

        var homes = await db.Set<Unit>().Where(u => u.CompoundId == compound.Place.Id && u.Kind == UnitKind.Dwelling)
            .OrderBy(u => EF.Functions.Collate(u.Label, NaturalOrder.Collation)).ThenBy(u => u.Id).Select(u => u.Id).ToListAsync(cancel);
        var last = await db.Set<BodyDuty>().Where(d => d.BodyId == body!.Id).OrderByDescending(d => d.ToDay).FirstOrDefaultAsync(cancel);
        faults.AddIf(homes.Count == 0, new HomesAreMissing());
        faults.AddIf(last is not null && first <= last.ToDay, new TurnsArePlannedUntil(last?.ToDay ?? default));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var next = last is null ? 0 : homes.IndexOf(last.UnitId) + 1;
        db.AddRange(DutyRota.Plan(homes, first, days, turns, next).Select(turn => new BodyDuty
        {
            Id = Guid.CreateVersion7(context.At), BodyId = body!.Id, UnitId = turn.Household, FromDay = turn.From, ToDay = turn.To, Task = task,
        }));
        body!.Take(after);
        db.Entry(body).Property(b => b.LastActOn).IsModified = true;
        db.Add(BodyRecords.Of(body, body.State, act, compound.Rules, context, task));
        var saved = await changes.Save(context, Process, "GoverningBody", context.RequestId, new { body = body.Id, first, days, turns }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
