using System.Security.Cryptography;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Decisions;

/// <summary>Draws the roll of a vote from the registry, and fixes it with its hash when voting opens: what is sold later moves no denominator.</summary>
internal sealed class RollKeeper(LinliDb db, IRolls rolls, TreeKeeper tree)
{
    /// <summary>Under this key the developer is one voter.</summary>
    public const string Developer = "DEVELOPER";

    /// <summary>Draws the roll anew; or says what the registry lacks.</summary>
    public async Task<Outcome<Done>> Draw(OpenVote open, ProcessContext context, CancellationToken cancel)
    {
        var found = await rolls.UnitsOf(open.Vote.CompoundId, ChinaTime.DayOf(context.At), cancel);
        var prefix = open.Compound.Code + "-";
        var units = found.Select(unit => (Unit: unit, Roll: ToRoll(unit, prefix))).ToList();
        var rules = new RollRules(open.Vote.CountParking, Developer);
        if (RollFaults.In(units.Select(unit => unit.Roll), rules) is { Count: > 0 } faults)
        {
            return Outcome<Done>.Refused([.. faults.Take(20)]);
        }

        await db.Set<RollUnitRow>().Where(u => u.VoteId == open.Vote.Id).ExecuteDeleteAsync(cancel);
        await db.Set<VoterRow>().Where(v => v.VoteId == open.Vote.Id).ExecuteDeleteAsync(cancel);
        Keep(open.Vote, VoterRoll.Of(units.Select(unit => unit.Roll), rules), [.. units.Select(unit => (unit.Roll, (Guid?)unit.Unit.UnitId, unit.Unit.Label))]);
        return Done.It;
    }

    /// <summary>Writes a roll into the context.</summary>
    public (IReadOnlyList<VoterRow> Voters, IReadOnlyList<RollUnitRow> Units) Keep(Vote vote, VoterRoll roll, IReadOnlyList<(RollUnit Unit, Guid? Id, string Label)> units)
    {
        var rows = RollRows.Of(vote, roll, units);
        db.AddRange(rows.Voters);
        db.AddRange(rows.Units);
        return rows;
    }

    /// <summary>Fixes the roll: hides each area in a commitment, orders the entries, signs the first head.</summary>
    public async Task Freeze(OpenVote open, ProcessContext context, CancellationToken cancel)
    {
        var voters = await db.Set<VoterRow>().Where(v => v.VoteId == open.Vote.Id).OrderBy(v => v.Index).ToListAsync(cancel);
        var units = await db.Set<RollUnitRow>().AsNoTracking().Where(u => u.VoteId == open.Vote.Id && u.Voter != null).ToListAsync(cancel);
        Fix(open.Vote, voters, units, context);
    }

    /// <summary>Fixes a roll that is in the context.</summary>
    public void Fix(Vote vote, IReadOnlyList<VoterRow> voters, IReadOnlyList<RollUnitRow> units, ProcessContext context)
    {
        RollRows.Fix(vote, voters, units, _ => RandomNumberGenerator.GetBytes(32));
        tree.Sign(vote, context);
    }

    private static RollUnit ToRoll(UnitForRoll unit, string prefix)
    {
        var code = unit.Code.StartsWith(prefix, StringComparison.Ordinal) ? unit.Code[prefix.Length..] : unit.Code;
        return new RollUnit
        {
            Code = code,
            Building = unit.Building.Length > 0 ? unit.Building : code.Split('-')[0],
            Use = Enum.Parse<UnitUse>(unit.Kind),
            Registered = AreaOf(unit.Registered),
            Surveyed = AreaOf(unit.Surveyed),
            Contract = AreaOf(unit.Contract),
            State = unit.Delivery switch { "Unsold" => SaleState.Unsold, "SoldNotDelivered" => SaleState.SoldUndelivered, _ => SaleState.Delivered },
            Owners = unit.Owners,
        };
    }

    private static Area? AreaOf(long? hundredths) => hundredths is { } area ? new Area(area) : null;
}
