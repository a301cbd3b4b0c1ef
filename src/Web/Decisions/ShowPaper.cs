using Linli.Domain.Decisions;
using Linli.Domain.Registry;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>A unit whose paper is to be read: whose signatures it may bear, and how often it was read. Never what another clerk read.</summary>
public sealed record PaperView
{
    public required VoteView Vote { get; init; }

    /// <summary>The unit that was asked for; null when none was, or none has the code.</summary>
    public PaperUnit? Unit { get; init; }

    public required string AskedFor { get; init; }

    /// <summary>Papers that wait for a second and for a third clerk.</summary>
    public required IReadOnlyList<PaperWaiting> Waiting { get; init; }
}

/// <summary>A unit with those who may sign.</summary>
public sealed record PaperUnit(string Code, string Label, IReadOnlyDictionary<string, string> Signers, int Readings, bool ReadByMe, bool Voted);

/// <summary>A paper that waits for another clerk.</summary>
public sealed record PaperWaiting(string Code, string Label, bool ForThird);

/// <summary>What a clerk needs to enter papers.</summary>
internal sealed class ShowPaper(LinliDb db, ShowVote votes, VoteReader reader, IRolls rolls)
{
    public async Task<PaperView?> Execute(Guid id, string? code, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.EnterBallots);
        if (await reader.Find(id, scope, cancel) is not { } open || !scope.Covers(open.Compound.Path) || await votes.Execute(id, actor, cancel) is not { } view)
        {
            return null;
        }

        var asked = code?.Trim() ?? string.Empty;
        var unit = asked.Length == 0 ? null : await db.Set<RollUnitRow>().AsNoTracking().FirstOrDefaultAsync(u => u.VoteId == id && u.Code == asked && u.Voter != null, cancel);
        var readings = await db.Set<PaperReading>().AsNoTracking().Where(r => r.VoteId == id && !db.Set<BallotRow>().Any(b => b.VoteId == id && b.Code == r.Code)
            && !db.Set<RefusedBallot>().Any(b => b.Id == r.Id)).Select(r => new { r.Code, r.Turn, r.PersonId }).ToListAsync(cancel);
        var codes = readings.Select(r => r.Code).Distinct().ToList();
        var labels = await db.Set<RollUnitRow>().Where(u => u.VoteId == id && codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Label, cancel);
        return new PaperView
        {
            Vote = view,
            AskedFor = asked,
            Unit = unit is null ? null : new PaperUnit(
                unit.Code, unit.Label, await Signers(unit, scope, cancel), await db.Set<PaperReading>().CountAsync(r => r.VoteId == id && r.Code == unit.Code, cancel),
                await db.Set<PaperReading>().AnyAsync(r => r.VoteId == id && r.Code == unit.Code && r.PersonId == actor.PersonId, cancel),
                await db.Set<BallotRow>().AnyAsync(b => b.VoteId == id && b.Voter == unit.Voter, cancel)),
            Waiting = [.. readings.GroupBy(r => r.Code).Where(group => group.All(r => r.PersonId != actor.PersonId)).OrderBy(group => group.Key, UnitCodeOrder.It)
                .Select(group => new PaperWaiting(group.Key, labels[group.Key], group.Max(r => r.Turn) == 2)).Take(100)],
        };
    }

    // The developer has no name of his own in the registry of a unit; the paper says who signs for him.
    private async Task<IReadOnlyDictionary<string, string>> Signers(RollUnitRow unit, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var names = await rolls.NamesOf(unit.Parts, cancel);
        return unit.Parts.ToDictionary(part => part, part => names.GetValueOrDefault(part, part));
    }
}
