using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;

namespace Linli.Domain.Tests.Registry.Documents;

public sealed class DocumentProfilesTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static AdoptionRule Assembly => DocumentProfiles.For("510105", Day).AdoptionOf(DocumentKind.Covenant).ShouldHaveSingleItem();

    [Fact]
    public void EveryKindHasABodyAndClausesEverywhereAndEveryClauseIsAskedForSomewhere()
    {
        foreach (var code in new[] { "500118", "510105", "110101" })
        {
            var rules = DocumentProfiles.For(code, Day);
            DocumentKinds.All.ShouldAllBe(kind => rules.AdoptionOf(kind).Count > 0 && rules.ClausesOf(kind).Count > 0);
        }

        DocumentKinds.All.SelectMany(kind => DocumentProfiles.For(string.Empty, Day).ClausesOf(kind)).Select(clause => clause.Clause).Distinct().Order()
            .ShouldBe(Enum.GetValues<RequiredClause>());
    }

    [Fact]
    public void SichuanAsksForThePartyOrganisationsPartByItsOwnNoticeAndChongqingSaysThatItsTextWasNotFound()
    {
        var sichuan = DocumentProfiles.For("510105", Day).ClausesOf(DocumentKind.Covenant).Single(clause => clause.Clause == RequiredClause.PartyPart);
        (sichuan.From.Id, sichuan.Source.Verification, sichuan.IsVerified).ShouldBe(("sichuan", Verification.Reported, false));
        var chongqing = DocumentProfiles.For("500118", Day).ClausesOf(DocumentKind.Covenant).Single(clause => clause.Clause == RequiredClause.PartyPart);
        chongqing.From.Id.ShouldBe("national");
        chongqing.NotFoundIn.Select(profile => profile.Id).ShouldBe(["chongqing"]);
        DocumentProfiles.For("510105", Day).Stamp.ShouldBe("sichuan@1+national@1");
    }

    [Theory]
    [InlineData("""{ "adoption": [], "clauses": { "partyPart": { "source": "x", "verification": "design" } } }""")]
    [InlineData("""{ "adoption": [], "clauses": { "partyPart": { "keywords": ["党"], "notFound": true, "source": "x", "verification": "design" } } }""")]
    [InlineData("""{ "adoption": [], "clauses": { "partyPart": { "keywords": ["党"], "source": " ", "verification": "design" } } }""")]
    [InlineData("""{ "adoption": [{ "body": "ownersAssembly", "participation": "3/2", "approval": "1/2", "commentDays": 1, "source": "x", "verification": "design" }], "clauses": {} }""")]
    public void AProfileThatLeavesSomethingOutIsNotRead(string kind) => Should.Throw<JsonException>(() => DocumentProfileReader.Read(
        $$"""{ "id": "x", "version": 1, "name": "x", "divisionPrefix": "99", "effectiveFrom": "2020-01-01", "source": "x", "verification": "design", "kinds": { "covenant": {{kind}} } }"""));

    // Nothing is rounded: one whole unit below two thirds is below.
    [Theory]
    [InlineData(3000, 2000, 1001, true)]
    [InlineData(3000, 1999, 1999, false)]
    [InlineData(3000, 2000, 1000, false)]
    [InlineData(1, 1, 1, true)]
    public void TheAssemblyDecidesByTwoThirdsAndMoreThanHalfOfThoseWhoTookPart(int all, int part, int inFavour, bool stands)
    {
        var vote = new AdoptionVote { AllArea = 3, PartArea = 2, ForArea = 2, AllHeads = all, PartHeads = part, ForHeads = inFavour };
        (vote.Against(Assembly).Count == 0).ShouldBe(stands);
        var swapped = new AdoptionVote { AllArea = all, PartArea = part, ForArea = inFavour, AllHeads = 3, PartHeads = 2, ForHeads = 2 };
        (swapped.Against(Assembly).Count == 0).ShouldBe(stands);
    }

    [Fact]
    public void FiguresThatAreMissingOrContradictAreNamed()
    {
        new AdoptionVote { AllHeads = 10, PartHeads = 8, ForHeads = 9, AllArea = 10 }.Against(Assembly).Select(refusal => refusal.Field)
            .ShouldBe(["ForHeads", "PartArea", "ForArea"]);
        new AdoptionVote().Against(Assembly).Count.ShouldBe(6);
    }

    [Fact]
    public void KeyWordsSuggestAndOnlyAPersonsMarkFulfils()
    {
        DocumentBlock[] text = [new(BlockKind.Passage, "", "党组织"), new(BlockKind.Article, "第一条", "按时交费"), new(BlockKind.Article, "第二条", "党支部参与，党员带头")];
        var rules = DocumentProfiles.For("510105", Day).ClausesOf(DocumentKind.Covenant);
        var party = ClauseCheck.Of(rules, text, new Dictionary<RequiredClause, int>()).Single(clause => clause.Rule.Clause == RequiredClause.PartyPart);
        (party.IsMissing, party.Suggested).ShouldBe((true, 2));
        ClauseCheck.Of(rules, text, new Dictionary<RequiredClause, int> { [RequiredClause.PartyPart] = 0 }).Single(clause => clause.Rule.Clause == RequiredClause.PartyPart).IsMissing.ShouldBeTrue();
        ClauseCheck.Of(rules, text, new Dictionary<RequiredClause, int> { [RequiredClause.PartyPart] = 2 }).Single(clause => clause.Rule.Clause == RequiredClause.PartyPart).IsMissing.ShouldBeFalse();
    }
}
