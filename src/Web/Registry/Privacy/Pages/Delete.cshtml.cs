using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Look;
using Linli.Web.Registry.Privacy.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>Asking for deletion.</summary>
[Needs(Permission.None)]
internal sealed class DeleteModel(AskForDeletion ask, TimeProvider clock, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    [BindProperty]
    public DeletionInput Input { get; set; } = new();

    public IEnumerable<PickOption> Scopes =>
        Enum.GetValues<DeletionScope>().Select(s => new PickOption(s.ToString(), texts[$"DeletionScope.{s}"], Note: texts[$"DeletionScope.{s}.Note"]));

    public int Days => RequestDeadlines.On(RightsRequestKind.Deletion, ChinaTime.DayOf(clock.GetUtcNow())).WorkingDays;

    public Task OnGetAsync() => TakeBackParkedForm(Input, nameof(Input));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var asked = await ask.Execute(Input, Context(), Cancel);
        if (!asked.Succeeded(out var id))
        {
            return Refuse(asked.Refusals);
        }

        Say(texts["Asked"]);
        return LocalRedirect($"/me/privacy/requests/{id}");
    }
}
