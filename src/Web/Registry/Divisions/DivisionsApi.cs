using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;

namespace Linli.Web.Registry.Divisions;

/// <summary>The import of division tables, for programs.</summary>
internal static class DivisionsApi
{
    /// <summary>What an import did or would do; with faults, nothing.</summary>
    internal sealed record ImportAnswer(
        bool Imported, int Rows, int Added, int Renamed, int Moved, int Unchanged, IReadOnlyList<FaultAnswer> Faults, IReadOnlyList<DivisionChange> Examples);

    internal sealed record FaultAnswer(string File, int Line, string Type, string Message);

    public static void MapDivisionsApi(this RouteGroupBuilder api) => api.MapPost("/divisions/import", Import)
        .Needs(Permission.ImportDivisions).DisableAntiforgery()
        .WithSummary("Import division tables (form field file, one or several); preview=true changes nothing")
        .Produces<ImportAnswer>().Produces<ImportAnswer>(422).ProducesProblem(403);

    private static async Task<IResult> Import(
        IFormFileCollection file, ImportDivisions import, CurrentActor current, TimeProvider clock, RefusalTexts texts, HttpContext http, CancellationToken cancel,
        bool preview = false, Guid? requestId = null)
    {
        var context = new ProcessContext { Actor = current.Required, At = clock.GetUtcNow(), RequestId = requestId ?? Guid.NewGuid() };
        var outcome = await import.Execute(new() { Files = await DivisionFiles.Read(file, cancel), PreviewOnly = preview }, context, cancel);
        if (!outcome.Succeeded(out var done))
        {
            return Problems.From(http, outcome.Refusals);
        }

        var answer = new ImportAnswer(
            !preview && done.Faults.Count == 0, done.Rows, done.Added, done.Renamed, done.Moved, done.Unchanged,
            [.. done.Faults.Select(f => new FaultAnswer(f.File, f.Line, $"/problems/{f.Fault.Code}", texts.Of(f.Fault)))], done.Examples);
        return done.Faults.Count > 0 ? Results.Json(answer, statusCode: StatusCodes.Status422UnprocessableEntity) : Results.Ok(answer);
    }
}

internal static class DivisionFiles
{
    /// <summary>Reads what was uploaded, of each file no more than would be read anyway.</summary>
    public static async Task<IReadOnlyList<DivisionFile>> Read(IEnumerable<IFormFile> files, CancellationToken cancel)
    {
        var read = new List<DivisionFile>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            var content = new byte[Math.Min(file.Length, DivisionFile.MaxSize + 1)];
            await stream.ReadExactlyAsync(content, cancel);
            read.Add(new DivisionFile(Path.GetFileName(file.FileName), content));
        }

        return read;
    }
}
