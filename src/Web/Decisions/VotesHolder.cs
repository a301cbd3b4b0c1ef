using Linli.Domain.Decisions;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Decisions;

/// <summary>What votes hold about a person: a place on rolls, the own ballots, papers that were read and steps that were taken.</summary>
internal sealed class VotesHolder(LinliDb db, IErasedPeople erased, IStringLocalizer<DecisionTexts> texts) : IPersonalDataHolder
{
    private static readonly DecisionState[] Running = [DecisionState.Noticed, DecisionState.Voting, DecisionState.Counting, DecisionState.ResultPublished, DecisionState.Challenged];

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var me = personId.ToString();
        var rolls = await (
            from unit in db.Set<RollUnitRow>().AsNoTracking() join vote in db.Set<Vote>() on unit.VoteId equals vote.Id
            where unit.Parts.Contains(me) orderby vote.OpensAt descending select new { vote.Title, unit.Label, vote.OpensAt }).ToListAsync(cancel);
        var ballots = await (
            from ballot in db.Set<BallotRow>().AsNoTracking() join vote in db.Set<Vote>() on ballot.VoteId equals vote.Id
            where ballot.CastBy == me orderby ballot.ReceivedAt descending select new { vote.Title, ballot.Receipt, ballot.ReceivedAt }).ToListAsync(cancel);
        var steps = await (
            from step in db.Set<VoteStep>().AsNoTracking() join vote in db.Set<Vote>() on step.VoteId equals vote.Id
            where step.PersonId == personId orderby step.At descending select new { vote.Title, step.Act, step.ActedAs, step.At }).ToListAsync(cancel);
        var readings = await (
            from reading in db.Set<PaperReading>().AsNoTracking() join vote in db.Set<Vote>() on reading.VoteId equals vote.Id
            where reading.PersonId == personId orderby reading.ReadAt descending select new { vote.Title, reading.ReadAs, reading.ReadAt }).ToListAsync(cancel);
        var looks = await (
            from look in db.Set<BallotLook>().AsNoTracking() join vote in db.Set<Vote>() on look.VoteId equals vote.Id
            where look.ByPerson == personId orderby look.At descending select new { vote.Title, look.Reason, look.At }).ToListAsync(cancel);
        return
        [
            new HeldCategory(texts["Held.Rolls"], "decisions.roll_units", [.. rolls.Select(r => new HeldItem(r.Title, r.Label, r.OpensAt))]),
            new HeldCategory(texts["Held.Ballots"], "decisions.ballots", [.. ballots.Select(b => new HeldItem(b.Title, b.Receipt, b.ReceivedAt))]),
            new HeldCategory(texts["Held.Steps"], "decisions.vote_steps", [.. steps.Select(s => new HeldItem(s.Title, $"{texts[$"DecisionAct.{s.Act}"]} · {s.ActedAs}", s.At))]),
            new HeldCategory(texts["Held.Readings"], "decisions.paper_readings", [.. readings.Select(r => new HeldItem(r.Title, r.ReadAs, r.ReadAt))]),
            new HeldCategory(texts["Held.Looks"], "decisions.ballot_looks", [.. looks.Select(l => new HeldItem(l.Title, l.Reason, l.At))]),
        ];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel)
    {
        var me = personId.ToString();
        return await db.Set<RollUnitRow>().AnyAsync(u => u.Parts.Contains(me) && db.Set<Vote>().Any(v => v.Id == u.VoteId && Running.Contains(v.State)), cancel)
            ? [ErasureObstacle.OpenMatter]
            : [];
    }

    /// <summary>Rolls and ballots hold ids only, and go with their time; who took steps is no longer named.</summary>
    public Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel) => db.Set<VoteStep>().Where(s => s.PersonId == personId)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.PersonId, (Guid?)null).SetProperty(s => s.ActedAs, erased.Words), cancel);
}
