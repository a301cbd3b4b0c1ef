using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Documents;

/// <summary>The governing documents of a compound: public, drafts for those who keep its registry.</summary>
internal sealed class ListDocuments(DocumentReader reader)
{
    public async Task<DocumentsView?> Execute(string code, Actor? actor, CancellationToken cancel)
    {
        var scope = DocumentReader.ScopeOf(actor);
        if (await reader.Place(code, scope, cancel) is not { } place)
        {
            return null;
        }

        var versions = (await reader.Versions(place, null, scope, cancel)).ToLookup(v => v.Kind);
        return new DocumentsView
        {
            Code = place.Code,
            Name = place.Name,
            Documents = [.. DocumentKinds.Of(place.Type).Select(kind => new DocumentLine(
                kind,
                kind.Slug(),
                versions[kind].Where(v => v.State == DocumentState.InForce).Select(DocumentReader.Line).SingleOrDefault(),
                versions[kind].Where(v => DocumentFlow.UnderWay.Contains(v.State)).Select(DocumentReader.Line).SingleOrDefault()))],
        };
    }

    /// <summary>The code of the actor's own compound.</summary>
    public Task<string?> CodeOfOwn(Actor actor, CancellationToken cancel) => reader.CodeOfOwn(actor, cancel);

    /// <summary>The same for those whose post reaches the compound; null to all others.</summary>
    public async Task<DocumentsView?> ForDesk(string code, Actor actor, CancellationToken cancel)
    {
        var scope = DocumentReader.ScopeOf(actor);
        return await reader.Place(code, scope, cancel) is { } place && scope.Covers(place.Path) ? await Execute(code, actor, cancel) : null;
    }
}
