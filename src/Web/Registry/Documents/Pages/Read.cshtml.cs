using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>A governing document to be read and printed, for everybody.</summary>
[OpenToAll]
public sealed class ReadDocumentModel : DocumentPage
{
    private ILookup<int, PublicComment> comments = Enumerable.Empty<PublicComment>().ToLookup(comment => 0);

    public DocumentView View { get; private set; } = null!;

    public bool HasChapters => View.Blocks.Any(block => block.Kind == BlockKind.Chapter);

    public VersionLine? InForce => View.Versions.FirstOrDefault(version => version.State == DocumentState.InForce);

    /// <summary>Answered comments on an article; without one, on the whole.</summary>
    public IReadOnlyList<PublicComment> CommentsOn(int? position) => [.. comments[position ?? -1]];

    public async Task<IActionResult> OnGet(string code, string kind, int? version)
    {
        if (await Get<ReadDocument>().Execute(code, kind, version, Reader, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        comments = view.Comments.ToLookup(comment => comment.Position ?? -1);
        return Page();
    }
}
