namespace Linli.Web.Grid;

/// <summary>Everything that the pages of this module can do, for programs.</summary>
internal static class GridApi
{
    public static void MapGridApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/grid").WithTags("Grid");
        api.MapLeadersApi();
        api.MapMembersApi();
        api.MapCareApi();
    }
}
