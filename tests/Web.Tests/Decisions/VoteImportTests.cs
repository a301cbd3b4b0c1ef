using System.Text.Json;
using Linli.Domain.Decisions.Proof;
using Linli.Web.Decisions;
using Linli.Web.Decisions.Import;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Decisions;

/// <summary>The vote that was counted independently is taken over by the product's own import, counted and published, and every figure is what was counted before.</summary>
public class VoteImportTests(EmptyHost host) : EmptyHostTests(host)
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["NOT_ON_ROLL"] = "VoterIsNotOnTheRoll", ["NOT_DESIGNATED"] = "VoterIsNotDesignated", ["BEFORE_OPEN"] = "VotingHasNotOpened", ["AFTER_CLOSE"] = "VotingHasClosed",
        ["DUPLICATE"] = "VoterHasVoted", ["PROXY_LIMIT"] = "ProxySpeaksForEnough",
    };

    [Fact]
    public async Task The_counted_compound_is_reproduced_to_the_last_square_centimetre()
    {
        var folder = Folder();
        string File(string name) => System.IO.File.ReadAllText(Path.Combine(folder, name));
        using var json = JsonDocument.Parse(File("expected.json"));
        var expected = json.RootElement;
        var compound = await App.World.Compound("计票小区");
        var code = (await App.Scalar<string>("select code from registry.places where id = $1", compound))!;
        var made = (await App.With<ImportVote, Domain.Kernel.Outcome<VoteImported>>(import =>
            import.Execute(code, new ImportedVote(File("vote.json"), File("units.csv"), File("ballots.csv")), Context(), CancellationToken.None))).Value;
        made.Accepted.ShouldBe(expected.GetProperty("ballots").GetProperty("accepted").GetInt32());
        made.Refused.ShouldBe(expected.GetProperty("ballots").GetProperty("refusedByReason").EnumerateObject().ToDictionary(r => Reasons[r.Name], r => r.Value.GetInt32()), ignoreOrder: true);

        (await App.With<MoveVote, bool>(async move => (await move.Execute(made.Vote, new VoteStepInput { Act = Domain.Decisions.DecisionAct.PublishResult }, Context(), CancellationToken.None)).IsRefused)).ShouldBeFalse();
        using var anybody = App.Api();
        var view = (await anybody.Get($"/api/v1/votes/{made.Vote}")).Json;
        (Of(view.GetProperty("roll"))).ShouldBe((expected.GetProperty("roll").GetProperty("heads").GetInt64(), expected.GetProperty("roll").GetProperty("area").GetInt64()));
        foreach (var (ours, theirs) in view.GetProperty("questions").EnumerateArray().Zip(expected.GetProperty("questions").EnumerateArray()))
        {
            var figures = theirs.GetProperty("notCounted");
            foreach (var name in new[] { "for", "against", "abstain", "part" })
            {
                Of(ours.GetProperty("statutory").GetProperty(name)).ShouldBe((figures.GetProperty($"{name}Heads").GetInt64(), figures.GetProperty($"{name}Area").GetInt64()));
            }

            ours.GetProperty("passed").GetBoolean().ShouldBe(theirs.GetProperty("passed").GetBoolean());
            Of(ours.GetProperty("invalid")).ShouldBe((theirs.GetProperty("invalidHeads").GetInt64(), theirs.GetProperty("invalidArea").GetInt64()));
        }

        string[] By(string outcome) => [.. view.GetProperty("candidates").EnumerateArray().Where(c => c.GetProperty("outcome").GetString() == outcome).Select(c => c.GetProperty("number").ToString())];
        By("Elected").ShouldBe(Numbers(expected.GetProperty("election").GetProperty("elected")), ignoreOrder: true);
        By("Alternate").ShouldBe(Numbers(expected.GetProperty("election").GetProperty("alternates")), ignoreOrder: true);
        LedgerCheck.Of(LedgerReader.Read((await anybody.Get($"/api/v1/votes/{made.Vote}/ledger")).Text).Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_by_line_and_nothing_is_taken_over()
    {
        var compound = await App.World.Compound("错误文件小区");
        var code = (await App.Scalar<string>("select code from registry.places where id = $1", compound))!;
        var before = await App.Count("decisions.votes");
        var units = "unit_code,building,kind,registered_area,surveyed_area,contract_area,sale_state,owner_ids,designated_owner_id,delivery_proof\n1-1-101,1,castle,9o.00,,,DELIVERED,O1,,1\n";
        const string Settings = """{"title":"x","opensAt":"2026-11-05T09:00:00+08:00","closesAt":"2026-11-20T18:00:00+08:00","settings":{"countParkingArea":false,"nonReturnPolicy":"NOT_COUNTED"},"questions":[{"id":"q1","matter":"M4","title":"x"}]}""";
        var outcome = await App.With<ImportVote, Domain.Kernel.Outcome<VoteImported>>(import => import.Execute(code, new ImportedVote(Settings, units, "ballot_id,received_at\n"), Context(), CancellationToken.None));
        outcome.Refusals.OfType<VoteFileIsWrong>().Select(fault => (fault.File, fault.Line, fault.Column)).ShouldBe([("units.csv", 2, "kind"), ("units.csv", 2, "registered_area")], ignoreOrder: true);
        (await App.With<ImportVote, Domain.Kernel.Outcome<VoteImported>>(import => import.Execute(code, new ImportedVote("{", units, ""), Context(), CancellationToken.None))).IsRefused.ShouldBeTrue();
        (await App.Count("decisions.votes")).ShouldBe(before);
    }

    private ProcessContext Context() => new() { Actor = Actor.System, At = App.Clock.Now, RequestId = Guid.NewGuid() };

    private static (long Heads, long Area) Of(JsonElement weight) => (weight.GetProperty("heads").GetInt64(), weight.GetProperty("area").GetInt64());

    private static string[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.ToString())];

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var shared = Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared");
        var folder = Path.GetFullPath(Path.Combine(shared, "data", "vote"));
        Assert.SkipUnless(Directory.Exists(folder), "no data/vote in the shared folder (set LINLI_SHARED)");
        return folder;
    }
}
