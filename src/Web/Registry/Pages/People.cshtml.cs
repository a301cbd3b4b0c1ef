using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>The people of a compound's households, numbers masked.</summary>
[Needs(Permission.ViewPeople)]
public sealed class PeopleModel : RegistryPage
{
    public string Code { get; private set; } = string.Empty;

    public string CompoundName { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public PageOf<PersonRow> People { get; private set; } = null!;

    public bool MayExportNumbers => Actor.May(Permission.ExportPersonalData);

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ListPeople>().Execute(code, At, Actor, Cancel) is not { } people
            || await Get<ShowCompound>().Execute(code, Actor, Cancel) is not { } compound)
        {
            return NotFound();
        }

        Code = code;
        CompoundName = compound.Name;
        Title = T["PeopleOf", compound.Name, Words.Number(people.Total)];
        People = people;
        return Page();
    }
}
