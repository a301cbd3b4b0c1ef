using System.Globalization;
using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Decisions;
using Linli.Web.Decisions.Store;
using Linli.Web.Demo.Builder;

namespace Linli.Web.Demo.World;

/// <summary>
/// Two votes of 康桥's owners: the lift of building 24, which has passed, and the property company, which is being voted on. The ballots are made up;
/// they are drawn on the roll, judged, hung into the tree and counted by the product's own rules.
/// </summary>
internal sealed class Votes
{
    private const string PreparedAs = "康桥生活公园业委会 · 主任";

    private readonly WorldBuilder world;
    private readonly CompoundBuilder compound;
    private readonly HashSet<string> visitors;
    private readonly DecisionRules rules;
    private readonly LocalRules local;

    private Votes(WorldBuilder world, CompoundBuilder compound, IEnumerable<Guid> visitors)
    {
        (this.world, this.compound) = (world, compound);
        this.visitors = visitors.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
        rules = DecisionRules.BuiltIn.On(world.Today);
        local = JurisdictionProfiles.For(compound.Place.Code, world.Today);
    }

    /// <param name="visitors">Who can be entered on the sign-in page: they have not voted yet.</param>
    public static void Build(WorldBuilder world, CompoundBuilder compound, IEnumerable<Guid> visitors)
    {
        var votes = new Votes(world, compound, visitors);
        votes.Lift();
        votes.Company();
    }

    private void Lift()
    {
        var vote = Begin("lift", "使用维修资金修复24栋电梯", "24栋电梯停运一年多，经检测须更换主机和控制柜。施工方案和报价已在公告栏张贴。", opened: 80, days: 15);
        Ask(vote, "M5", "使用维修资金修复24栋电梯", "更换主机、控制柜和钢丝绳，重新检验后投入使用。金额为演示数据。", 286_000_00);
        var ballots = Vote(vote, turnout: 79, inFavour: 84, visitorsToo: true);
        (vote.State, vote.ClosedAt) = (DecisionState.Effective, vote.ClosesAt);
        vote.PublishedAt = vote.ClosesAt.AddDays(1);
        vote.ObjectionsUntil = VotePeriods.ObjectionsUntil(ChinaTime.DayOf(vote.PublishedAt.Value), local, WorkCalendar.WeekdaysOnly);
        Sign(vote, vote.PublishedAt.Value);
        Count(vote, ballots);
        Step(vote, DecisionAct.Close, DecisionState.Counting, vote.ClosesAt);
        Step(vote, DecisionAct.PublishResult, DecisionState.ResultPublished, vote.PublishedAt.Value);
        Step(vote, DecisionAct.Conclude, DecisionState.Effective, vote.PublishedAt.Value.AddDays(8));
    }

    private void Company()
    {
        var vote = Begin("company", "更换物业服务企业", "小区党支部和业委会走访业主、征集意见后提出，由全体业主共同决定是否更换物业服务企业。", opened: 6, days: 15);
        Ask(vote, "M4", "解聘现物业服务企业，重新公开选聘", "合同期满后不再续聘，按公开招标方式选聘新的物业服务企业，平稳交接。", null);
        Vote(vote, turnout: 52, inFavour: 78, visitorsToo: false);
        vote.State = DecisionState.Voting;
        Sign(vote, world.Now.AddHours(-2));
    }

    private Vote Begin(string name, string title, string background, int opened, int days)
    {
        var opens = ChinaTime.At(world.Today.AddDays(-opened), new TimeOnly(9, 0));
        var noticed = ChinaTime.DayOf(opens).AddDays(-(local.Number(RuleKey.VoteNoticeDays) ?? 15) - 2);
        var vote = world.Rows.Add(new Vote
        {
            Id = world.Id("vote", name), CompoundId = compound.Place.Id, Title = title, Background = background, State = DecisionState.Draft,
            OpensAt = opens.ToUniversalTime(), ClosesAt = opens.AddDays(days).AddHours(9).ToUniversalTime(), Rules = rules.Stamp, LocalRules = local.Stamp, MostPrincipals = local.Number(RuleKey.ProxyPrincipalsMost),
            PreparedAs = PreparedAs, PreparedAt = ChinaTime.At(noticed.AddDays(-6), new TimeOnly(10, 0)).ToUniversalTime(), NoticedOn = noticed, OpenedAt = opens.ToUniversalTime(),
        });
        var at = vote.PreparedAt;
        Step(vote, DecisionAct.Prepare, DecisionState.Draft, at);
        Step(vote, DecisionAct.AskBranch, DecisionState.PartyReview, at.AddDays(1));
        Step(vote, DecisionAct.RecordOpinion, DecisionState.PartyReview, at.AddDays(2), "经支部会议研究，同意依法组织表决，请充分听取业主意见。");
        Step(vote, DecisionAct.InformCommunity, DecisionState.CommunityInformed, at.AddDays(3));
        Step(vote, DecisionAct.PublishNotice, DecisionState.Noticed, ChinaTime.At(noticed, new TimeOnly(10, 0)));
        Step(vote, DecisionAct.Open, DecisionState.Voting, opens);
        return vote;
    }

    private void Ask(Vote vote, string matter, string title, string text, long? amount) => world.Rows.Add(new Question
    {
        VoteId = vote.Id, Position = 1, Matter = matter, Class = rules.Find(matter)!.Class, Title = title, Text = text, Amount = amount,
    });

    private IReadOnlyList<BallotRow> Vote(Vote vote, int turnout, int inFavour, bool visitorsToo)
    {
        var dice = new Dice($"vote {vote.Title}");
        var owners = world.Rows.Of<Registry.Store.Ownership>().Where(o => o.Until is null).ToLookup(o => o.UnitId);
        var units = compound.Units.Select(unit => (Roll: RollOf(unit, owners), Id: (Guid?)unit.Row.Id, unit.Row.Label)).ToList();
        var roll = VoterRoll.Of(units.Select(unit => unit.Roll), new RollRules(CountParking: false, RollKeeper.Developer));
        var (voters, rows) = RollRows.Of(vote, roll, units);
        RollRows.Fix(vote, voters, rows, voter => Secret(vote, "blind", voter.Index));
        Add(voters);
        Add(rows);
        Sign(vote, vote.OpensAt);
        Add(roll.Units.Where(_ => dice.Percent(93)).Select(unit => new DeliveryRow
        {
            VoteId = vote.Id, Code = unit.Code, Method = DeliveryMethod.SignedFor, DeliveredOn = ChinaTime.DayOf(vote.OpensAt), Proof = "签收表", RecordedAs = PreparedAs, RecordedAt = vote.OpensAt,
        }).ToList());
        var until = vote.ClosesAt < world.Now ? vote.ClosesAt : world.Now.AddHours(-3);
        var minutes = (int)(until - vote.OpensAt).TotalMinutes;
        var ballots = voters.Where(voter => dice.Percent(turnout) && (visitorsToo || !visitors.Overlaps(voter.Key.Split('+'))))
            .Select(voter => (voter, At: vote.OpensAt.AddMinutes(1 + dice.Below(minutes - 1)))).OrderBy(item => item.At).ThenBy(item => item.voter.Index)
            .Select(item => Cast(vote, item.voter, roll.Voters[item.voter.Index], item.At, dice, inFavour)).ToList();
        Add(ballots);
        return ballots;
    }

    private BallotRow Cast(Vote vote, VoterRow voter, Voter on, DateTimeOffset at, Dice dice, int inFavour)
    {
        var choice = dice.Percent(inFavour) ? Choice.For : dice.Percent(65) ? Choice.Against : Choice.Abstain;
        var row = TreeRows.Append(
            vote, voter,
            new Ballot
            {
                Id = string.Empty, ReceivedAt = at, Channel = dice.Percent(62) ? BallotChannel.Online : dice.Percent(80) ? BallotChannel.Paper : BallotChannel.OnSite,
                Unit = on.Units[0].Code, CastBy = on.Key == RollKeeper.Developer ? RollKeeper.Developer : on.Units[0].Owners[0], Choices = [choice],
            },
            world.Id("ballot", $"{vote.Id}/{voter.Index}"), Secret(vote, "salt", voter.Index)[..16]);
        (row.Declared, row.EnteredAs) = (on.IsShared, PreparedAs);
        return row;
    }

    private void Count(Vote vote, IReadOnlyList<BallotRow> ballots)
    {
        var voters = RollText.VotersOf(
            world.Rows.Of<VoterRow>().Where(v => v.VoteId == vote.Id), world.Rows.Of<RollUnitRow>().Where(u => u.VoteId == vote.Id),
            world.Rows.Of<DeliveryRow>().Where(d => d.VoteId == vote.Id).Select(d => d.Code).ToHashSet(StringComparer.Ordinal));
        var tally = new Tally(voters, [.. ballots.Select(VoteCounter.CountedOf)], rules.Thresholds);
        foreach (var question in world.Rows.Of<Question>().Where(q => q.VoteId == vote.Id))
        {
            question.Passed = tally.Question(question.Position - 1, question.Class, vote.NonReturn).Passed;
        }
    }

    private void Sign(Vote vote, DateTimeOffset at)
    {
        using var key = TreeRows.KeyFrom(world.Keys);
        world.Rows.Add(TreeRows.Head(vote, at, key));
    }

    private void Step(Vote vote, DecisionAct act, DecisionState state, DateTimeOffset at, string? words = null) => world.Rows.Add(new VoteStep
    {
        Id = world.Id("vote-step", $"{vote.Id}/{act}"), VoteId = vote.Id, Act = act, State = state, At = at.ToUniversalTime(), ActedAs = PreparedAs, Words = words,
    });

    private void Add<T>(IReadOnlyList<T> rows)
        where T : class
    {
        foreach (var row in rows)
        {
            world.Rows.Add(row);
        }
    }

    // The same world on every machine that has the same key.
    private byte[] Secret(Vote vote, string what, int index) =>
        world.Cipher.Index($"vote {what}", string.Create(CultureInfo.InvariantCulture, $"{vote.Id} {index}"));

    private RollUnit RollOf(UnitBuilder unit, ILookup<Guid, Registry.Store.Ownership> owners)
    {
        var code = unit.Row.Code[(compound.Place.Code.Length + 1)..];
        return new RollUnit
        {
            Code = code,
            Building = $"{code.Split('-')[0]}栋",
            Use = Enum.Parse<UnitUse>(unit.Row.Kind.ToString()),
            Registered = AreaOf(unit.Row.RegisteredArea),
            Surveyed = AreaOf(unit.Row.SurveyedArea),
            Contract = AreaOf(unit.Row.ContractArea),
            State = unit.Row.Delivery switch { Registry.Store.Delivery.Unsold => SaleState.Unsold, Registry.Store.Delivery.SoldNotDelivered => SaleState.SoldUndelivered, _ => SaleState.Delivered },
            Owners = [.. owners[unit.Row.Id].Select(owner => (owner.PersonId ?? owner.OrganisationId).ToString()!)],
        };
    }

    private static Area? AreaOf(long? hundredths) => hundredths is { } area ? new Area(area) : null;
}
