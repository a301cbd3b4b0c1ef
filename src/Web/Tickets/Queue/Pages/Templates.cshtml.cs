using Linli.Domain.Registry;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Tickets.Queue.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Tickets.Queue.Pages;

/// <summary>The response templates of the own organisation, and the form that words one.</summary>
[Needs(Permission.ManageTemplates)]
internal sealed class TemplatesModel(ListTemplates templates, SetTemplate set, RemoveTemplate remove, FillTemplate fill, TimeProvider clock, IStringLocalizer<QueueWords> words) : PageWithTexts<QueueWords>
{
    /// <summary>The template that the form is about; empty for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "template")]
    public string? Asked { get; set; }

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    [BindProperty]
    public RemoveTemplateInput Gone { get; set; } = new();

    public IReadOnlyList<OfferedTemplate> All { get; private set; } = [];

    public OfferedTemplate? About => All.FirstOrDefault(one => (Input.TemplateId is { } id && one.Id == id) || (!string.IsNullOrEmpty(Input.Code) && one.Code == Input.Code));

    /// <summary>How the words of the form look with an example's number, place, worker and time.</summary>
    public string? Preview { get; private set; }

    public string Example(string body) => TemplateText.Fault(body) is null
        ? fill.Of(body, words["Example.Number"], words["Example.Place"], words["Example.Worker"], clock.GetUtcNow().AddDays(1))
        : body;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        All = await templates.All(Actor, cancel);
        if (!string.IsNullOrEmpty(Asked))
        {
            if (All.FirstOrDefault(one => one.Key == Asked) is not { } about)
            {
                return NotFound();
            }

            (Input.TemplateId, Input.Code, Input.Use, Input.Title, Input.Body, Input.IsOff) = (about.Id, about.Code, about.Use, about.Title, about.Body, about.IsOff);
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        All = await templates.All(Actor, cancel);
        return ModelState.IsValid ? After(await set.Execute(Input, Context(), cancel), words["Template.Saved"], QueueLinks.Templates) : Refuse([]);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        All = await templates.All(Actor, cancel);
        var faults = new TemplateFaults();
        var (_, body) = faults.Read(Input);
        if (faults.Any || !ModelState.IsValid)
        {
            return Refuse(faults.All);
        }

        Preview = Example(body);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        var removed = await remove.Execute(Gone, Context(), cancel);
        All = await templates.All(Actor, cancel);
        return After(removed, words["Template.Removed"], QueueLinks.Templates, nameof(Gone));
    }
}
