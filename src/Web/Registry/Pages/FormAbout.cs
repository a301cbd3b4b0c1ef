using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>A form that adds something to what a code names: a building to a compound, an owner to a unit.</summary>
public abstract class FormAbout<TInput> : RegistryPage
    where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Shows(code))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Shows(code))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await Add(Context()), T[SaidAfter], Back);
    }

    /// <summary>Where it goes on once it is added.</summary>
    protected abstract string Back { get; }

    /// <summary>Key of the notice that it is added.</summary>
    protected abstract string SaidAfter { get; }

    /// <summary>Reads what the form needs; its heading, or null where the actor may not add.</summary>
    protected abstract Task<string?> Read();

    protected abstract Task<Outcome<Guid>> Add(ProcessContext context);

    private async Task<bool> Shows(string code)
    {
        Code = code;
        var title = await Read();
        Title = title ?? string.Empty;
        return title is not null;
    }
}
