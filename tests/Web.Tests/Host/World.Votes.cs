using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions.Store;

namespace Linli.Web.Tests.Host;

internal sealed partial class World
{
    /// <summary>A vote that is open, whose roll holds one unit.</summary>
    public async Task<Guid> Vote(Guid compound, Guid unit, Guid owner)
    {
        var id = Guid.NewGuid();
        var today = ChinaTime.DayOf(app.Clock.Now);
        var blind = new byte[32];
        blind[31] = 7;
        var commitment = AreaCommitment.Of(new Area(9000), blind);
        await Add(new Vote
        {
            Id = id, CompoundId = compound, Title = "测试表决", Background = "测试", State = DecisionState.Voting, OpensAt = app.Clock.Now.AddDays(-2), ClosesAt = app.Clock.Now.AddDays(20),
            Rules = DecisionRules.BuiltIn.On(today).Stamp, LocalRules = JurisdictionProfiles.For("99", today).Stamp, PreparedAs = "测试", PreparedAt = app.Clock.Now, NoticedOn = today.AddDays(-20),
            RollHeads = 1, RollArea = 9000, RollHash = new string('0', 64), EntriesHash = RollEntry.HashOf([commitment]), OpenedAt = app.Clock.Now.AddDays(-2), MostPrincipals = 3,
        });
        await Add(new Question { VoteId = id, Position = 1, Matter = "M4", Class = DecisionClass.Ordinary, Title = "更换物业服务企业", Text = "测试" });
        await Add(new VoterRow { VoteId = id, Index = 0, Key = owner.ToString(), Building = "1", Area = 9000, Blind = blind, Commitment = commitment, Entry = 0 });
        await Add(new RollUnitRow
        {
            VoteId = id, Code = "1-1-101", UnitId = unit, Label = "1栋1单元101", Building = "1", Use = UnitUse.Dwelling, State = SaleState.Delivered, Area = 9000,
            Basis = AreaBasis.Registered, Voter = 0, Parts = [owner.ToString()], Speaker = owner.ToString(),
        });
        return id;
    }
}
