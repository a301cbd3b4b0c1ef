using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Registry.Alliances;
using Linli.Web.Registry.Committees;
using Linli.Web.Registry.Divisions;
using Linli.Web.Registry.Documents;
using Linli.Web.Registry.Exchange;
using Linli.Web.Registry.Queries;
using static Linli.Web.Platform.Http.ApiRoutes;

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
        api.Read("/places", Permission.ViewRegistry, "The place that your capacity is for, with what lies below it", (BrowsePlace q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(null, page, who.Required, x))).Produces<PlaceView>();
        api.Read("/places/{code}", Permission.ViewRegistry, "A place with what lies below it", (string code, BrowsePlace q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<PlaceView>();
        api.Read("/compounds/{code}", Permission.ViewRegistry, "A compound", (string code, ShowCompound q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<CompoundView>();
        api.Read("/compounds/{code}/units", Permission.ViewRegistry, "Units of a compound, or of one building or entrance", (string code, ListUnits q, CurrentActor who, CancellationToken x, string? place = null, int page = 1) =>
            Show(q.Execute(code, place, page, who.Required, x))).Produces<PageOf<UnitRow>>();
        api.Read("/compounds/{code}/people", Permission.ViewPeople, "People of a compound's households, numbers masked", (string code, ListPeople q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<PageOf<PersonRow>>();
        api.Read("/units/{code}", Permission.ViewRegistry, "A unit with its owners and residents", (string code, ShowUnit q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<UnitView>();
        api.Read("/people/{id:guid}", Permission.ViewPeople, "A person, numbers masked", (Guid id, ShowPerson q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PersonView>();
        api.Read("/organisations", Permission.ViewRegistry, "Organisations", (ListOrganisations q, CurrentActor who, CancellationToken x, OrganisationKind? kind = null, int page = 1) =>
            Show<PageOf<OrganisationRow>>(q.Execute(kind, page, who.Required, x)!)).Produces<PageOf<OrganisationRow>>();
        api.Read("/organisations/{id:guid}", Permission.ViewRegistry, "An organisation with its posts", (Guid id, ShowOrganisation q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<OrganisationView>();
        api.Read("/search", Permission.ViewRegistry, "Search by Chinese name, pinyin initials or code", (SearchRegistry q, CurrentActor who, CancellationToken x, string? text = null) =>
            Show<SearchResult>(q.Execute(text, who.Required, x)!)).Produces<SearchResult>();
    }

    private static void MapPlaces(RouteGroupBuilder api)
    {
        api.Change("/places/{code}/compounds", Permission.ManageRegistry, "Register a compound in a community", (string code, CompoundInput input, AddCompound act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/compounds/{code}", Permission.ManageRegistry, "Change a compound", (string code, CompoundInput input, ChangeCompound act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/compounds/{code}/buildings", Permission.ManageRegistry, "Register a building with its entrances", (string code, BuildingInput input, AddBuilding act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/compounds/{code}/units", Permission.ManageRegistry, "Register a unit", (string code, UnitInput input, AddUnit act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/compounds/{code}/services", Permission.ManageRegistry, "Record which organisation serves a compound", (string code, ServiceInput input, RecordService act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/compounds/{code}/services/end", Permission.ManageRegistry, "End an organisation's service in a compound", (string code, EndServiceInput input, EndService act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/units/{code}", Permission.ManageRegistry, "Change a unit", (string code, UnitInput input, ChangeUnit act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
    }

    private static void MapHouseholds(RouteGroupBuilder api)
    {
        api.Change("/units/{code}/ownerships", Permission.ManageRegistry, "Record an owner of a unit", (string code, OwnershipInput input, RecordOwnership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/ownerships/{id:guid}/end", Permission.ManageRegistry, "End an ownership", (Guid id, EndInput input, EndOwnership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/units/{code}/residencies", Permission.ManageRegistry, "Record who lives in a unit", (string code, ResidencyInput input, RecordResidency act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/residencies/{id:guid}/end", Permission.ManageRegistry, "End a residency", (Guid id, EndInput input, EndResidency act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/people", Permission.ManageRegistry, "Register a person", (PersonInput input, AddPerson act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        api.Change("/people/{id:guid}/correct", Permission.ManageRegistry, "Correct a person's name", (Guid id, CorrectionInput input, CorrectPerson act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.MapPost("/people/{id:guid}/unmask", (Guid id, UnmaskInput input, Unmask act, HttpContext http, CancellationToken x) => Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.UnmaskPersonalData).WithSummary("See a number whole; the look is logged with its reason").Produces<Made<string>>().ProducesProblem(404).ProducesProblem(422);
    }

    private static void MapOrganisations(RouteGroupBuilder api)
    {
        api.Change("/organisations", Permission.ManageRegistry, "Register an organisation", (OrganisationInput input, AddOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        api.Change("/organisations/{id:guid}/end", Permission.ManageRegistry, "End an organisation that has no posts, services or organisations below any more", (Guid id, EndInput input, EndOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/organisations/{id:guid}/posts", Permission.ManageRegistry, "Appoint a person to a post", (Guid id, AppointmentInput input, AppointToPost act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/posts/{id:guid}/end", Permission.ManageRegistry, "End a post before its term", (Guid id, EndPostInput input, EndPost act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }
}
