using Linli.Web.Tests.Host;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(LongestFirst))]

namespace Linli.Web.Tests.Host;

/// <summary>The matrix and the sweeps begin first: begun last, each would run for minutes beside an idle core.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["AuthorizationMatrixTests", "FormSweepTests", "BodySweepTests", "AuditTrailTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, name => c.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var at and >= 0 ? at : Long.Length)
            .ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
