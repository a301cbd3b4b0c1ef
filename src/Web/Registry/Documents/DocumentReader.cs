using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>A compound whose documents are read.</summary>
internal sealed record DocumentPlace(Guid Id, string Code, string Name, string Path, CompoundType Type);

/// <summary>Reads versions and texts. What a scope does not cover is read as far as it is public.</summary>
internal sealed class DocumentReader(LinliDb db)
{
    /// <summary>Documents are public: whoever knows the compound's code may read them.</summary>
    public static Scope ScopeOf(Actor? actor) => Scope.Of(actor ?? new Actor { PersonId = Guid.Empty, Name = string.Empty }, Permission.ViewRegistry);

    public static VersionLine Line(DocumentVersion version) => new()
    {
        Number = version.Number,
        State = version.State,
        CommentUntil = version.CommentUntil,
        DecidedOn = version.DecidedOn,
        EffectiveOn = version.EffectiveOn,
        EndedOn = version.EndedOn,
    };

    /// <summary>The compound with that code that has documents of the kind; null when there is none.</summary>
    public async Task<(DocumentPlace Place, DocumentKind Kind)?> Find(string code, string slug, Scope scope, CancellationToken cancel) =>
        DocumentKinds.Find(slug) is { } kind && await Place(code, scope, cancel) is { } place && DocumentKinds.Of(place.Type).Contains(kind) ? (place, kind) : null;

    public async Task<DocumentPlace?> Place(string code, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return await db.Set<Compound>().AsNoTracking().Where(c => c.Place.Code == code)
            .Select(c => new DocumentPlace(c.PlaceId, c.Place.Code, c.Place.Name, c.Place.Path, c.Type)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The code of the compound in which the actor owns or lives; null to all others.</summary>
    public async Task<string?> CodeOfOwn(Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewOwnTickets);
        return actor.Capacity is { IsHousehold: true, PlaceId: var id } && scope.Covers(actor.Capacity.Path)
            ? await db.Set<Place>().Where(p => p.Id == id).Select(p => p.Code).SingleOrDefaultAsync(cancel)
            : null;
    }

    /// <summary>Versions of a kind, or of all kinds, newest first; drafts, and what was withdrawn before anybody saw it, only where the scope reaches.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> Versions(DocumentPlace place, DocumentKind? kind, Scope scope, CancellationToken cancel)
    {
        var all = scope.Covers(place.Path);
        return await db.Set<DocumentVersion>().AsNoTracking()
            .Where(v => v.CompoundId == place.Id && (kind == null || v.Kind == kind) && (all || DocumentFlow.Public.Contains(v.State) || (v.State == DocumentState.Withdrawn && v.PublishedOn != null)))
            .OrderByDescending(v => v.Number).ToListAsync(cancel);
    }

    /// <summary>The text of a version that was found in the scope.</summary>
    public async Task<IReadOnlyList<DocumentBlock>> Text(DocumentVersion version, Scope scope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return [.. (await db.Set<DocumentPiece>().AsNoTracking().Where(p => p.VersionId == version.Id).OrderBy(p => p.Position).ToListAsync(cancel)).Select(p => p.ToBlock())];
    }

    public static IReadOnlyList<BlockView> Blocks(IReadOnlyList<DocumentBlock> text) =>
        [.. text.Select((block, at) => new BlockView(at, block.Kind, block.Label, block.Text))];
}
