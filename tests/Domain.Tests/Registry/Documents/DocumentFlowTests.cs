using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;

namespace Linli.Domain.Tests.Registry.Documents;

public sealed class DocumentFlowTests
{
    private static readonly DocumentState[] Over = [DocumentState.Superseded, DocumentState.Repealed, DocumentState.Withdrawn];

    private static readonly Gen<DocumentAct[]> Lives = Gen.Elements(Enum.GetValues<DocumentAct>()).ArrayOf(30);

    [Fact]
    public void AnActLeadsToOneStateAndEveryStateIsReached()
    {
        DocumentFlow.Table.GroupBy(row => (row.From, row.Act)).ShouldAllBe(rows => rows.Count() == 1);
        DocumentFlow.Table.Select(row => row.To).Distinct().Order().ShouldBe(Enum.GetValues<DocumentState>());
        DocumentFlow.Table.Select(row => row.Act).Distinct().Order().ShouldBe(Enum.GetValues<DocumentAct>());
    }

    [Fact]
    public void TheTextStandsOnceItIsPublishedAndWhatIsOverStaysOver() => Prop.ForAll(Lives.ToArbitrary(), acts =>
    {
        DocumentState? state = null;
        foreach (var act in acts)
        {
            var decided = DocumentFlow.Decide(state, act);
            if (act == DocumentAct.Revise && state is not DocumentState.Draft && !decided.IsRefused)
            {
                return false;
            }

            if (state is { } over && Over.Contains(over) && !decided.IsRefused && decided.Value != over)
            {
                return false;
            }

            state = decided.Succeeded(out var next) ? next : state;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void NothingComesIntoForceWithoutHavingBeenAdopted() =>
        DocumentFlow.Table.Where(row => row.To == DocumentState.InForce && row.From != DocumentState.InForce).Select(row => row.From).ShouldBe([DocumentState.Adopted]);

    [Fact]
    public void OnlyResettlementCompoundsHaveAllKinds()
    {
        DocumentKinds.Of(CompoundType.Resettlement).Count.ShouldBe(6);
        DocumentKinds.Of(CompoundType.ThreeNo).Count.ShouldBe(4);
        DocumentKinds.All.ShouldAllBe(kind => DocumentKinds.Find(kind.Slug()) == kind);
        DocumentKinds.Find("no-such").ShouldBeNull();
    }
}
