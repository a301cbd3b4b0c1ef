using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Queries;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange;

/// <summary>The lists of the registry as workbooks, filtered as they are shown. What may be seen is what the lists themselves let the actor see.</summary>
internal sealed class ExportLists(
    ListUnits units, ListPeople people, ListOrganisations organisations, ListCompounds compounds, ShowOrganisation organisation, ShowCompound compound, BrowsePlace places,
    RecordExport record, ExportNote note, IStringLocalizer<RegistryTexts> words, IStringLocalizer<Texts> shared, TimeProvider clock)
{
    public async Task<IResult> Units(string code, string? place, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewRegistry).IsNothing || await compound.Execute(code, actor, cancel) is null)
        {
            return Results.NotFound();
        }

        return List(words["UnitsTable"], actor, page => Rows(units.Execute(code, place, page, actor, cancel, ListWorkbook.PageSize)),
        [
            new("Unit", 20, unit => unit.Label), new("Kind", 10, unit => Say(unit.Kind)), new("Floor", 8, unit => unit.Floor),
            new("Area", 12, unit => unit.Area / 100m), new("Delivery", 12, unit => Say(unit.Delivery)), new("Owners", 8, unit => unit.Owners),
        ]);
    }

    /// <summary>People with their numbers masked. That a list of people went out is written down.</summary>
    public async Task<IResult> People(string code, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.ViewPeople).IsNothing || !await record.Execute(code, "people", context, cancel))
        {
            return Results.NotFound();
        }

        return List(words["People"], context.Actor, page => Rows(people.Execute(code, page, context.Actor, cancel, ListWorkbook.PageSize)),
        [
            new("PersonName", 14, person => person.Name), new("PhoneNumber", 16, person => person.PhoneMasked),
            new("IdentityNumber", 22, person => person.IdentityMasked), new("Unit", 40, person => string.Join(words["ListSeparator"], person.Units)),
        ]);
    }

    public IResult Organisations(OrganisationKind? kind, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewRegistry).IsNothing ? Results.NotFound()
        : List(words["Organisations"], actor, page => Rows<OrganisationRow>(organisations.Execute(kind, page, actor, cancel, ListWorkbook.PageSize)!),
        [
            new("Name", 40, row => row.Name), new("OrganisationKindLabel", 18, row => Say(row.Kind)), new("Place", 18, row => row.PlaceName),
            new("State", 10, row => row.HasEnded ? words["OrganisationEnded"].Value : null),
        ]);

    public async Task<IResult> Posts(Guid id, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewRegistry).IsNothing || await organisation.Execute(id, actor, cancel) is not { } view ? Results.NotFound()
        : List(words["Posts"], actor, page => Task.FromResult<IReadOnlyList<PostView>>(page == 1 ? view.Posts : []),
        [
            new("PersonName", 14, post => post.PersonName), new("Post", 18, post => shared["Post." + post.Kind].Value), new("Place", 20, post => post.PlaceName),
            new("Since", 14, post => post.Since), new("Until", 14, post => post.Until), new("State", 10, post => post.IsPast ? words["PostEnded"].Value : null),
        ]);

    public async Task<IResult> Compounds(string code, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewRegistry).IsNothing || await places.Execute(code, 1, actor, cancel) is null ? Results.NotFound()
        : List(words["PlaceKind.Compound"], actor, page => compounds.Execute(code, page, ListWorkbook.PageSize, actor, cancel),
        [
            new("Place", 24, row => row.Name), new("Code", 20, row => row.Code), new("Kind", 14, row => Say(row.Type)), new("PlaceKind.Community", 18, row => row.Community),
            new("Households", 10, row => row.Households), new("Residents", 10, row => row.Residents), new("DeliveredOn", 14, row => row.DeliveredOn), new("ServicePhone", 18, row => row.ServicePhone),
        ]);

    private SpreadsheetAnswer List<T>(string name, Actor actor, Func<int, Task<IReadOnlyList<T>>> read, ListColumn<T>[] columns) => new(name, (target, cancel) =>
        ListWorkbook.Write(
            target, name, note.Of(actor, clock.GetUtcNow()), [.. columns.Select(column => column with { Header = words[column.Header] })], ListWorkbook.Pages(read), cancel));

    private static async Task<IReadOnlyList<T>> Rows<T>(Task<PageOf<T>?> page) => (await page)?.Rows ?? [];

    private string Say<T>(T value)
        where T : struct, Enum => words[$"{typeof(T).Name}.{value}"];
}
