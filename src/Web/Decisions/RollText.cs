using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Web.Decisions.Store;

namespace Linli.Web.Decisions;

/// <summary>Voters of the rows of a roll, as the rules know them.</summary>
internal static class RollText
{
    /// <summary>The voters with their units, and whether delivery is proved.</summary>
    public static IReadOnlyList<Voter> VotersOf(IEnumerable<VoterRow> voters, IEnumerable<RollUnitRow> units, IReadOnlySet<string> delivered)
    {
        var byVoter = units.Where(unit => unit.Voter is not null).ToLookup(unit => unit.Voter!.Value);
        return
        [
            .. voters.OrderBy(voter => voter.Index).Select(voter => new Voter(
                voter.Index, voter.Key, voter.Building, new Area(voter.Area),
                [.. byVoter[voter.Index].OrderBy(unit => unit.Code, UnitCodeOrder.It).Select(UnitOf)],
                byVoter[voter.Index].Any(unit => delivered.Contains(unit.Code)))),
        ];
    }

    /// <summary>The hash of the rows, which is that of the roll they were written from.</summary>
    public static string HashOf(IEnumerable<VoterRow> voters, IEnumerable<RollUnitRow> units) =>
        VoterRoll.HashOf(VotersOf(voters, units, new HashSet<string>()));

    private static RollUnit UnitOf(RollUnitRow unit) => new()
    {
        Code = unit.Code,
        Building = unit.Building,
        Use = unit.Use,
        State = unit.State,
        Owners = unit.Parts,
    };
}
