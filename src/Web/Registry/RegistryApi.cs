using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Committees;
using Linli.Web.Registry.Alliances;
using Linli.Web.Registry.Divisions;
using Linli.Web.Registry.Exchange;
using Linli.Web.Registry.Documents;
using Linli.Web.Registry.Queries;

namespace Linli.Web.Registry;

/// <summary>Everything that the pages of the registry can do, for programs.</summary>
internal static class RegistryApi
{
    public static void MapRegistryApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/registry").WithTags("Registry");
        MapReads(api);
        MapPlaces(api);
        MapHouseholds(api);
        MapOrganisations(api);
        api.MapDivisionsApi();
        api.MapCommitteesApi();
        api.MapAlliancesApi();
        api.MapExchangeApi();
        app.MapDocumentsApi();
    }

    private static void MapReads(RouteGroupBuilder api)
    {
        Read(api, "/places", Permission.ViewRegistry, "The place that your capacity is for, with what lies below it", (BrowsePlace q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(null, page, who.Required, x))).Produces<PlaceView>();
        Read(api, "/places/{code}", Permission.ViewRegistry, "A place with what lies below it", (string code, BrowsePlace q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<PlaceView>();
        Read(api, "/compounds/{code}", Permission.ViewRegistry, "A compound", (string code, ShowCompound q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<CompoundView>();
        Read(api, "/compounds/{code}/units", Permission.ViewRegistry, "Units of a compound, or of one building or entrance", (string code, ListUnits q, CurrentActor who, CancellationToken x, string? place = null, int page = 1) =>
            Show(q.Execute(code, place, page, who.Required, x))).Produces<PageOf<UnitRow>>();
        Read(api, "/compounds/{code}/people", Permission.ViewPeople, "People of a compound's households, numbers masked", (string code, ListPeople q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<PageOf<PersonRow>>();
        Read(api, "/units/{code}", Permission.ViewRegistry, "A unit with its owners and residents", (string code, ShowUnit q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<UnitView>();
        Read(api, "/people/{id:guid}", Permission.ViewPeople, "A person, numbers masked", (Guid id, ShowPerson q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PersonView>();
        Read(api, "/organisations", Permission.ViewRegistry, "Organisations", (ListOrganisations q, CurrentActor who, CancellationToken x, OrganisationKind? kind = null, int page = 1) =>
            Show<PageOf<OrganisationRow>>(q.Execute(kind, page, who.Required, x)!)).Produces<PageOf<OrganisationRow>>();
        Read(api, "/organisations/{id:guid}", Permission.ViewRegistry, "An organisation with its posts", (Guid id, ShowOrganisation q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<OrganisationView>();
        Read(api, "/search", Permission.ViewRegistry, "Search by Chinese name, pinyin initials or code", (SearchRegistry q, CurrentActor who, CancellationToken x, string? text = null) =>
            Show<SearchResult>(q.Execute(text, who.Required, x)!)).Produces<SearchResult>();
    }

    private static void MapPlaces(RouteGroupBuilder api)
    {
        Change(api, "/places/{code}/compounds", "Register a compound in a community", (string code, CompoundInput input, AddCompound act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/compounds/{code}", "Change a compound", (string code, CompoundInput input, ChangeCompound act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/compounds/{code}/buildings", "Register a building with its entrances", (string code, BuildingInput input, AddBuilding act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/compounds/{code}/units", "Register a unit", (string code, UnitInput input, AddUnit act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/compounds/{code}/services", "Record which organisation serves a compound", (string code, ServiceInput input, RecordService act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/compounds/{code}/services/end", "End an organisation's service in a compound", (string code, EndServiceInput input, EndService act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/units/{code}", "Change a unit", (string code, UnitInput input, ChangeUnit act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
    }

    private static void MapHouseholds(RouteGroupBuilder api)
    {
        Change(api, "/units/{code}/ownerships", "Record an owner of a unit", (string code, OwnershipInput input, RecordOwnership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/ownerships/{id:guid}/end", "End an ownership", (Guid id, EndInput input, EndOwnership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/units/{code}/residencies", "Record who lives in a unit", (string code, ResidencyInput input, RecordResidency act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        Change(api, "/residencies/{id:guid}/end", "End a residency", (Guid id, EndInput input, EndResidency act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/people", "Register a person", (PersonInput input, AddPerson act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        Change(api, "/people/{id:guid}/correct", "Correct a person's name", (Guid id, CorrectionInput input, CorrectPerson act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.MapPost("/people/{id:guid}/unmask", (Guid id, UnmaskInput input, Unmask act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.UnmaskPersonalData).WithSummary("See a number whole; the look is logged with its reason").Produces<Made<string>>().ProducesProblem(404).ProducesProblem(422);
    }

    private static void MapOrganisations(RouteGroupBuilder api)
    {
        Change(api, "/organisations", "Register an organisation", (OrganisationInput input, AddOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        Change(api, "/organisations/{id:guid}/end", "End an organisation that has no posts, services or organisations below any more", (Guid id, EndInput input, EndOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/organisations/{id:guid}/posts", "Appoint a person to a post", (Guid id, AppointmentInput input, AppointToPost act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/posts/{id:guid}/end", "End a post before its term", (Guid id, EndPostInput input, EndPost act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }

    /// <summary>What a change led to: the id of what was made, or the value asked for.</summary>
    internal sealed record Made<T>(T Value);

    private static RouteHandlerBuilder Read(RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapGet(route, handler).Needs(permission).WithSummary(summary).ProducesProblem(404);

    private static void Change(RouteGroupBuilder api, string route, string summary, Delegate handler) =>
        api.MapPost(route, handler).Needs(Permission.ManageRegistry).WithSummary(summary)
            .Produces<Made<Guid>>().Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Show<T>(Task<T?> query)
        where T : class => await query is { } view ? Results.Ok(view) : Results.NotFound();

    internal static async Task<IResult> Act<T>(HttpContext http, ChangeInput input, Func<ProcessContext, Task<Outcome<T>>> act)
    {
        var services = http.RequestServices;
        var outcome = await act(new ProcessContext
        {
            Actor = services.GetRequiredService<CurrentActor>().Required,
            At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            RequestId = input.RequestId ?? Guid.NewGuid(),
        });
        return !outcome.Succeeded(out var value) ? Problems.From(http, outcome.Refusals)
            : value is Done ? Results.NoContent() : Results.Ok(new Made<T>(value));
    }
}
