using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Documents;

/// <summary>Two versions of a document beside each other: those asked for, else the newest and the one before it.</summary>
internal sealed class CompareDocuments(DocumentReader reader)
{
    public async Task<ComparisonView?> Execute(string code, string slug, int? from, int? to, Actor? actor, CancellationToken cancel)
    {
        var scope = DocumentReader.ScopeOf(actor);
        if (await reader.Find(code, slug, scope, cancel) is not var (place, kind))
        {
            return null;
        }

        var versions = await reader.Versions(place, kind, scope, cancel);
        var now = to is null ? (versions.Count > 0 ? versions[0] : null) : versions.FirstOrDefault(v => v.Number == to);
        var old = from is null ? Before(versions, now) : versions.FirstOrDefault(v => v.Number == from);
        return old is null || now is null ? null : new ComparisonView
        {
            Code = place.Code,
            CompoundName = place.Name,
            Kind = kind,
            Slug = kind.Slug(),
            From = DocumentReader.Line(old),
            To = DocumentReader.Line(now),
            Versions = [.. versions.Select(DocumentReader.Line)],
            Changes = DocumentComparison.Of(await reader.Text(old, scope, cancel), await reader.Text(now, scope, cancel)),
        };
    }

    // What a text replaces is the version in force before it; of the first there is nothing to compare with but itself.
    private static DocumentVersion? Before(IReadOnlyList<DocumentVersion> versions, DocumentVersion? now) =>
        versions.FirstOrDefault(v => v.Number < now?.Number && (v.State is DocumentState.InForce or DocumentState.Superseded))
        ?? versions.FirstOrDefault(v => v.Number < now?.Number) ?? now;
}
