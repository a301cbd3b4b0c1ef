using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;
using Linli.Web.Decisions.Store;

namespace Linli.Web.Decisions;

/// <summary>The rows of a roll, and how they are fixed.</summary>
internal static class RollRows
{
    /// <summary>The rows of a roll that was drawn up.</summary>
    public static (IReadOnlyList<VoterRow> Voters, IReadOnlyList<RollUnitRow> Units) Of(Vote vote, VoterRoll roll, IReadOnlyList<(RollUnit Unit, Guid? Id, string Label)> units)
    {
        (vote.RollHeads, vote.RollArea) = (roll.Total.Heads, roll.Total.Area.Hundredths);
        return (
            [.. roll.Voters.Select(voter => new VoterRow { VoteId = vote.Id, Index = voter.Index, Key = voter.Key, Building = voter.Building, Area = voter.Area.Hundredths })],
            [
                .. units.Select(unit => new RollUnitRow
                {
                    VoteId = vote.Id,
                    Code = unit.Unit.Code,
                    UnitId = unit.Id,
                    Label = unit.Label,
                    Building = unit.Unit.Building,
                    Use = unit.Unit.Use,
                    State = unit.Unit.State,
                    Area = unit.Unit.Counted?.Area.Hundredths,
                    Basis = unit.Unit.Counted?.Basis,
                    Voter = VoterRoll.Counts(unit.Unit, roll.Rules) ? roll.Find(unit.Unit.Code)?.Voter?.Index : null,
                    Parts = unit.Unit.State == SaleState.Delivered ? [.. unit.Unit.Owners.Distinct()] : [roll.Rules.Developer],
                    Speaker = roll.SpeakerOf(unit.Unit),
                }),
            ]);
    }

    /// <summary>Hides each area in a commitment, orders the entries, and sets the hashes of the vote.</summary>
    public static void Fix(Vote vote, IReadOnlyList<VoterRow> voters, IReadOnlyList<RollUnitRow> units, Func<VoterRow, byte[]> blindOf)
    {
        foreach (var voter in voters)
        {
            voter.Blind = blindOf(voter);
            voter.Commitment = AreaCommitment.Of(new Area(voter.Area), voter.Blind);
        }

        var ordered = voters.OrderBy(voter => Convert.ToHexStringLower(voter.Commitment!), StringComparer.Ordinal).ToList();
        foreach (var (at, voter) in ordered.Index())
        {
            voter.Entry = at;
        }

        vote.EntriesHash = RollEntry.HashOf(ordered.Select(voter => voter.Commitment!));
        vote.RollHash = RollText.HashOf(voters, units);
    }
}
