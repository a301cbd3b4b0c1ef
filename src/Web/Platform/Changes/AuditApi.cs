using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.Changes;

/// <summary>The audit trail by program.</summary>
internal static class AuditApi
{
    public static void MapAuditApi(this IEndpointRouteBuilder app) => app.MapGet("/api/v1/audit", List).Needs(Permission.ViewAudit).WithTags("Audit")
        .WithSummary("The audit trail, newest first, by person (name or id), process and day, each entry held against its seal").Produces<AuditPage>().ProducesProblem(403);

    private static async Task<IResult> List(
        ListAudit audit, CurrentActor current, HttpContext http, string? person = null, string? process = null, DateOnly? day = null, int page = 1)
    {
        var listed = await audit.Execute(new() { Person = person, Process = process, Day = day, Page = page }, current.Required, http.RequestAborted);
        return listed.Succeeded(out var found) ? Results.Ok(found) : Problems.From(http, listed.Refusals);
    }
}
