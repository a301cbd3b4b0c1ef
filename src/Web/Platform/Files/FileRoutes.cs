using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Linli.Web.Platform.Files;

/// <summary>Says whether an actor may see what a file belongs to; each module answers for its own kind of subject.</summary>
internal interface IFileSubject
{
    string SubjectKind { get; }

    Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel);
}

internal static class FileRoutes
{
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/files/{id:guid}", Get).Needs(Permission.None).ExcludeFromDescription();
        app.MapGet("/api/v1/files/{id:guid}", Get).Needs(Permission.None).WithTags("Files").WithSummary("An attached file");
    }

    private static async Task<IResult> Get(
        Guid id, LinliDb db, FileStore store, CurrentActor current, IEnumerable<IFileSubject> subjects, HttpContext http, CancellationToken cancel)
    {
        var file = await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (file is null || !await MaySee(file, current.Required, subjects, cancel))
        {
            return Results.NotFound();
        }

        // Only this browser may keep it, and must ask each time whether it still may show it; an unchanged one is not sent again.
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ContentDisposition = file.Kind == FileKind.Pdf ? "attachment" : "inline";
        return Results.Stream(store.Open(file.Sha256), file.Kind.MediaType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""));
    }

    private static async Task<bool> MaySee(Attachment file, Actor actor, IEnumerable<IFileSubject> subjects, CancellationToken cancel) =>
        file.SubjectId is { } subject
            ? subjects.SingleOrDefault(s => s.SubjectKind == file.SubjectKind) is { } judge && await judge.IsVisibleTo(actor, subject, cancel)
            : file.UploadedBy == actor.PersonId;
}
