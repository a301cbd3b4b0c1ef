using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Linli.Domain.Decisions;
using Linli.Domain.Decisions.Proof;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Decisions;

/// <summary>The ledger of the counted compound: whoever has nothing but the file counts the same, and nothing in it can be changed unseen.</summary>
public sealed class LedgerTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly Lazy<PublicLedger> Small = new(() => LedgerOf(FromTally(12)));

    [Fact]
    public void TheWholeCompoundIsRecountedFromItsLedgerAlone()
    {
        var data = VoteData.Big();
        var text = LedgerWriter.Write(LedgerOf(data));
        var ledger = LedgerReader.Read(text).Value;
        LedgerCheck.Of(ledger).ShouldBeEmpty();
        LedgerWriter.Write(ledger).ShouldBe(text);

        // The independent script, in another language and by other code, counts what was counted before both.
        using var counted = JsonDocument.Parse(Recount(text, Receipt.Of(ledger.LeafOf(ledger.Ballots[7]).Hash), exit: 0));
        var expected = data.Expected;
        foreach (var (question, theirs) in counted.RootElement.GetProperty("questions").EnumerateArray().Zip(expected.GetProperty("questions").EnumerateArray()))
        {
            var figures = theirs.GetProperty("notCounted");
            foreach (var choice in new[] { "for", "against", "abstain" })
            {
                question.GetProperty(choice.ToUpperInvariant())[0].GetInt64().ShouldBe(figures.GetProperty($"{choice}Heads").GetInt64());
                question.GetProperty(choice.ToUpperInvariant())[1].GetInt64().ShouldBe(figures.GetProperty($"{choice}Area").GetInt64());
            }

            question.GetProperty("passed").GetBoolean().ShouldBe(theirs.GetProperty("passed").GetBoolean());
        }

        counted.RootElement.GetProperty("elected").EnumerateArray().Select(number => number.GetInt32())
            .ShouldBe(expected.GetProperty("election").GetProperty("elected").EnumerateArray().Select(number => number.GetInt32()));
        counted.RootElement.GetProperty("own")[0].GetString().ShouldBe(string.Join(',', ledger.Ballots[7].Choices.Select(BallotLeaf.Word)));
    }

    [Fact]
    public void TheLedgerNamesNobodyAndNoUnitAndNoSingleArea()
    {
        var data = FromTally(12);
        var text = LedgerWriter.Write(LedgerOf(data));
        foreach (var voter in data.Roll.Voters)
        {
            text.ShouldNotContain(voter.Key + "\t");
            text.ShouldNotContain(voter.Units[0].Code);
            text.ShouldNotContain($"\t{voter.Area.Hundredths}\t");
        }
    }

    [Fact]
    public void AnyBallotChangedTakenOutOrPutInIsFound()
    {
        var whole = Small.Value;
        LedgerCheck.Of(whole).ShouldBeEmpty();
        for (var at = 0; at < whole.Ballots.Count; at++)
        {
            var ballot = whole.Ballots[at];
            Choice[] turned = [ballot.Choices[0] == Choice.For ? Choice.Against : Choice.For];
            Faults(whole with { Ballots = [.. whole.Ballots.Take(at), ballot with { Choices = turned }, .. whole.Ballots.Skip(at + 1)] }).ShouldContain(LedgerFault.RootWrong);
            Faults(whole with { Ballots = [.. whole.Ballots.Take(at), .. whole.Ballots.Skip(at + 1)] }).ShouldContain(LedgerFault.HeadsDisordered);
            Faults(whole with { Ballots = [.. whole.Ballots, ballot] }).ShouldContain(LedgerFault.EntryVotedTwice);
        }
    }

    [Fact]
    public void AreasHeadsResultsAndSignaturesCannotBeMadeUp()
    {
        var whole = Small.Value;
        foreach (var (group, opening) in whole.Openings)
        {
            Faults(With(group, opening with { Weight = opening.Weight with { Area = opening.Weight.Area + new Area(1) } })).ShouldContain(LedgerFault.AreaWrong);
            Faults(With(group, opening with { Weight = opening.Weight with { Heads = opening.Weight.Heads + 1 } })).ShouldContain(LedgerFault.HeadsWrong);
        }

        Faults(whole with { Passed = [.. whole.Passed.Select(passed => !passed)] }).ShouldBe([LedgerFault.ResultWrong]);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Faults(whole with { PublicKey = TreeHead.PublicKeyOf(other) }).ShouldAllBe(fault => fault == LedgerFault.SignatureWrong);
        Faults(whole with { PublicKey = [4, .. new byte[64]] }).ShouldContain(LedgerFault.SignatureWrong);
        Faults(whole with { Entries = [.. whole.Entries.Reverse()] }).ShouldContain(LedgerFault.EntriesDisordered);

        PublicLedger With(LedgerGroup group, Opening opening) => whole with { Openings = whole.Openings.Append(new(group, opening)).DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Key == group ? opening : item.Value) };
    }

    [Fact]
    public void EveryLineThatIsTakenOutOrDoubledIsNoticed()
    {
        var lines = LedgerWriter.Write(Small.Value).Split('\n');
        for (var at = 0; at < lines.Length - 1; at++)
        {
            Sound([.. lines[..at], .. lines[(at + 1)..]]).ShouldBeFalse($"without {lines[at]}");
            Sound([.. lines[..at], lines[at], .. lines[at..]]).ShouldBeFalse($"twice {lines[at]}");
        }

        // Two equal heads say the same twice, and a head between may be left out: the last one holds the whole tree.
        static bool Sound(string[] lines) => LedgerReader.Read(string.Join('\n', lines)).Succeeded(out var ledger)
            && LedgerCheck.Of(ledger).Count == 0 && ledger.Heads.Count == Small.Value.Heads.Count;
    }

    [Fact]
    public void TheScriptFindsAChangedBallotToo()
    {
        var text = LedgerWriter.Write(Small.Value);
        Recount(text, null, exit: 0);
        var line = text.Split('\n').First(line => line.StartsWith("ballot\t", StringComparison.Ordinal) && line.Contains("\tFOR\t", StringComparison.Ordinal));
        Recount(text.Replace(line, line.Replace("\tFOR\t", "\tAGAINST\t", StringComparison.Ordinal), StringComparison.Ordinal), null, exit: 1).ShouldContain("root of head");
        Recount(text.Replace("\tPASSED", "\tNOT_PASSED", StringComparison.Ordinal).Replace("NOT_NOT_", string.Empty, StringComparison.Ordinal), null, exit: 1).ShouldContain("result of question");
    }

    [Theory]
    [InlineData("7f3a-91c4-oqxm-55tp", "7F3A-91C4-0QXM-55TP")]
    [InlineData(" 7F3A91C4 0QXM 55TP", "7F3A-91C4-0QXM-55TP")]
    [InlineData("7F3A-91C4", null)]
    [InlineData("7F3A-91C4-0QXM-55T!", null)]
    [InlineData(null, null)]
    public void ReceiptsAreReadAsPeopleTypeThem(string? typed, string? normal) => Receipt.Normal(typed).ShouldBe(normal);

    [Fact]
    public void CommitmentsAddUpAndShowNothing()
    {
        var blinds = Enumerable.Range(1, 5).Select(at => SHA256.HashData([(byte)at])).ToArray();
        var commitments = blinds.Select((blind, at) => AreaCommitment.Of(new Area(at * 1000), blind)).ToArray();
        AreaCommitment.Opens(commitments, new Area(10_000), AreaCommitment.SumOfBlinds(blinds)).ShouldBeTrue();
        AreaCommitment.Opens(commitments, new Area(10_001), AreaCommitment.SumOfBlinds(blinds)).ShouldBeFalse();
        AreaCommitment.Opens([], Area.Zero, new byte[32]).ShouldBeTrue();
        AreaCommitment.Opens([new byte[33]], Area.Zero, new byte[32]).ShouldBeFalse();
        AreaCommitment.Of(Area.Zero, blinds[0]).ShouldNotBe(AreaCommitment.Of(Area.Zero, blinds[1]));
    }

    private static IEnumerable<LedgerFault> Faults(PublicLedger ledger) => LedgerCheck.Of(ledger).Select(finding => finding.Fault).Distinct();

    // A vote without shared files: areas that differ, a third of the choices each.
    private static VoteData FromTally(int voters)
    {
        using var vote = JsonDocument.Parse("""{"opensAt":"2026-11-05T09:00:00+08:00","closesAt":"2026-11-20T18:00:00+08:00","settings":{"countParkingArea":false,"nonReturnPolicy":"NOT_COUNTED","proxyMaxPrincipals":3},"questions":[{"id":"q1","class":"ORDINARY"}]}""");
        var roll = VoterRoll.Of(
            Enumerable.Range(0, voters).Select(at => new RollUnit
            {
                Code = $"9-1-70{at}", Building = "9", Use = UnitUse.Dwelling, Registered = new Area(98_765 + at * 13), State = SaleState.Delivered, Owners = [$"owner{at}"], DeliveryProved = true,
            }),
            new RollRules(CountParking: false, "DEVELOPER"));
        Choice[] choices = [Choice.For, Choice.For, Choice.Against, Choice.Abstain, Choice.For];
        return new VoteData(roll, [.. roll.Voters.Take(voters - 2).Select(voter => new Ballot
        {
            Id = $"B{voter.Index:00}", ReceivedAt = new DateTimeOffset(2026, 11, 6, 9, voter.Index, 0, TimeSpan.FromHours(8)), Channel = BallotChannel.Online,
            Unit = voter.Units[0].Code, CastBy = voter.Key, Choices = [choices[voter.Index % choices.Length]],
        })], vote.RootElement.Clone(), default);
    }

    private static PublicLedger LedgerOf(VoteData data)
    {
        var box = data.Box(out _);
        var vote = new Guid(SHA256.HashData("a vote"u8)[..16]);
        var blinds = data.Roll.Voters.Select(voter => SHA256.HashData([.. BitConverter.GetBytes(voter.Index)])).ToArray();
        var entries = data.Roll.Voters.Select(voter => (voter.Index, Entry: new RollEntry(AreaCommitment.Of(voter.Area, blinds[voter.Index]), voter.DeliveryProved)))
            .OrderBy(item => Convert.ToHexStringLower(item.Entry.Commitment), StringComparer.Ordinal).ToList();
        var place = entries.Index().ToDictionary(item => item.Item.Index, item => item.Index);
        var tally = new Tally(data.Roll.Voters, [.. box.Accepted.Select(item => item.Counted)], VoteData.Thresholds);
        var elected = data.Election is { } e ? tally.Election(e.Seats, e.Candidates, e.Seats) : null;
        var draft = new PublicLedger
        {
            Vote = vote, Title = "更换物业服务企业\t\n", Compound = "康桥生活公园", Window = data.Window, RollHash = data.Roll.Hash(), Thresholds = VoteData.Thresholds,
            NonReturn = data.Policy, Questions = [.. data.Classes.Select((kind, at) => new LedgerQuestion("M4", kind, $"第 {at + 1} 项"))],
            Election = data.Election is { } given ? new LedgerElection(given.Seats, given.Seats, given.Candidates) : null, PublicKey = TreeHead.PublicKeyOf(Key),
            Entries = [.. entries.Select(item => item.Entry)],
            Ballots = [.. box.Accepted.Select(item => new LedgerBallot(place[item.Counted.Voter], SHA256.HashData([(byte)item.Counted.Voter, 7])[..16], item.Counted.Choices, item.Counted.Election))],
            Heads = [], Openings = new Dictionary<LedgerGroup, Opening>(),
            Passed = [.. data.Classes.Select((kind, at) => tally.Question(at, kind, data.Policy).Passed)],
            Outcomes = elected?.Candidates.ToDictionary(candidate => candidate.Number, candidate => candidate.Outcome) ?? [],
        };
        var roll = RollEntry.HashOf(draft.Entries.Select(entry => entry.Commitment));
        var leaves = draft.Ballots.Select(ballot => draft.LeafOf(ballot).Hash).ToArray();
        return draft with
        {
            Heads = [.. new[] { 0, leaves.Length / 2, leaves.Length }.Select(size => new TreeHead(vote, roll, size, MerkleTree.Root(leaves[..size]), data.Window.OpensAt.AddHours(size))).Select(head => new SignedHead(head, head.SignedWith(Key)))],
            Openings = draft.Groups().ToDictionary(group => group, group => Opening.Of(draft.EntriesOf(group).Select(entry => (data.Roll.Voters[entries[entry].Index].Area, blinds[entries[entry].Index])))),
        };
    }

    private static string Recount(string ledger, string? receipt, int exit, [CallerFilePath] string here = "")
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, ledger);
            var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "recount", "recount.py"));
            var start = new ProcessStartInfo("python3", receipt is null ? [script, file] : [script, file, receipt]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Started(start);
            Assert.SkipWhen(process is null, "no python3 on this machine");
            var (output, errors) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
            process.WaitForExit();
            process.ExitCode.ShouldBe(exit, errors + output);
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process? Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
