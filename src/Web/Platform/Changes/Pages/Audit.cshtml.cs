using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Changes.Pages;

/// <summary>The audit trail: who did what, when, in what capacity, and whether it still stands as it was sealed.</summary>
[Needs(Permission.ViewAudit)]
internal sealed class AuditModel(ListAudit audit, IStringLocalizer<Texts> texts, IStringLocalizer<AuditTexts> words) : LinliPage
{
    private const string Prefix = "Process.";

    [BindProperty(SupportsGet = true, Name = "person")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true, Name = "process")]
    public string? Process { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "at")]
    public int At { get; set; } = 1;

    public AuditPage View { get; private set; } = null!;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Person) || !string.IsNullOrWhiteSpace(Process) || Day is not null;

    public int Broken => View.Rows.Count(row => row.Seal == SealState.DoesNotFit);

    public IReadOnlyList<SelectListItem> Processes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = new ListAudit.Filter { Person = Person, Process = Process, Day = Day, Page = At };
        if (!(await audit.Execute(filter, Actor, Cancel)).Succeeded(out var page))
        {
            return Forbid();
        }

        View = page;
        Processes =
        [
            new SelectListItem(words["AllProcesses"], string.Empty),
            .. texts.GetAllStrings().Where(t => t.Name.StartsWith(Prefix, StringComparison.Ordinal))
                .OrderBy(t => t.Value, StringComparer.CurrentCulture).Select(t => new SelectListItem(t.Value, t.Name[Prefix.Length..], t.Name[Prefix.Length..] == Process)),
        ];
        return Page();
    }

    /// <summary>What a process is called; one without a name yet shows the name of its use case.</summary>
    public string NameOf(string process) => texts[Prefix + process] is { ResourceNotFound: false } name ? name : process;

    /// <summary>What it is about; entries of earlier days write HandOver as hand-over.</summary>
    public string SubjectOf(AuditRow row) =>
        words["Subject." + string.Concat(row.SubjectKind.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))] is { ResourceNotFound: false } name ? name : row.SubjectKind;

    /// <summary>Who acted, in what capacity.</summary>
    public string CapacityOf(AuditRow row) => row switch
    {
        { PostKind: { } post } => $"{row.OrganisationName} · {texts["Post." + post]}",
        { CapacityKind: { } kind } => texts["Capacity." + kind],
        _ => string.Empty,
    };
}
