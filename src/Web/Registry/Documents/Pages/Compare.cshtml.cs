using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>Two versions of a governing document beside each other; on a phone one below the other.</summary>
[OpenToAll]
public sealed class CompareDocumentsModel : DocumentPage
{
    public ComparisonView View { get; private set; } = null!;

    /// <summary>Whether what is unchanged is shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<BlockChange> Shown => All ? View.Changes : [.. View.Changes.Where(change => change.Kind != ChangeKind.Unchanged)];

    public string Summary => D["CompareSummary", Count(ChangeKind.Changed), Count(ChangeKind.New), Count(ChangeKind.Removed), Count(ChangeKind.Renumbered), Count(ChangeKind.Unchanged)];

    public static Tone ToneOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Changed => Tone.Warn,
        ChangeKind.New => Tone.Ok,
        ChangeKind.Removed => Tone.Danger,
        ChangeKind.Renumbered => Tone.Info,
        _ => Tone.Plain,
    };

    public async Task<IActionResult> OnGet(string code, string kind, int? from, int? to)
    {
        if (await Get<CompareDocuments>().Execute(code, kind, from, to, Reader, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    private int Count(ChangeKind kind) => View.Changes.Count(change => change.Kind == kind && (change.Now ?? change.Old)!.IsArticle);
}
