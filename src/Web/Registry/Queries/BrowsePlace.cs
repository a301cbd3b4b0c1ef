using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Registry.Queries;

/// <summary>A place on the way down, or up.</summary>
public sealed record PlaceLink(string Code, string Name, PlaceKind Kind, bool IsInScope);

/// <summary>A place below, with how many compounds lie in it.</summary>
public sealed record PlaceBelow(string Code, string Name, PlaceKind Kind, CompoundType? Type, long Compounds);

/// <summary>A figure as a source reports it.</summary>
public sealed record ReportedFigure(string Indicator, long Value, DateOnly AsOf, string Source);

/// <summary>One step of the drill-down from province to compound.</summary>
public sealed record PlaceView
{
    public required PlaceLink Place { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    public required IReadOnlyList<PlaceBelow> Below { get; init; }

    public required int BelowCount { get; init; }

    public required IReadOnlyList<ReportedFigure> Figures { get; init; }

    public required IReadOnlyDictionary<CompoundType, long> CompoundsByType { get; init; }
}

internal sealed class BrowsePlace(LinliDb db, NpgsqlDataSource database)
{
    public const int PageSize = 50;

    // A subtree is a range of paths: from "…/" up to before "…0", the sign after the slash.
    private const string BelowSql = """
        select c.code, c.name, c.kind, k.type,
               (select count(*) from registry.places p where p.kind = 'Compound' and p.path >= c.path and p.path < left(c.path, -1) || '0')
          from registry.places c left join registry.compounds k on k.place_id = c.id
         where c.parent_id = $1 order by c.path limit $2 offset $3
        """;

    private const string TypesSql = """
        select k.type, count(*) from registry.compounds k join registry.places p on p.id = k.place_id
         where p.path like $1 group by k.type
        """;

    /// <summary>The place with the code, or without one the place that the actor's capacity is for.</summary>
    public async Task<PlaceView?> Execute(string? code, int page, Actor actor, CancellationToken cancel)
    {
        code ??= await db.Places(actor, Permission.ViewRegistry).OrderBy(p => p.Path.Length).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        if (await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { } place)
        {
            return null;
        }

        return new PlaceView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, true),
            Above = await Above(db, place.Path, actor, cancel),
            Below = await Below(place.Id, page, cancel),
            BelowCount = await db.Set<Place>().CountAsync(p => p.ParentId == place.Id, cancel),
            Figures = await FiguresOf(db, place.Id, cancel),
            CompoundsByType = await Types(place.Path, cancel),
        };
    }

    /// <summary>The places above, from the province down.</summary>
    internal static async Task<IReadOnlyList<PlaceLink>> Above(LinliDb db, string path, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.ViewRegistry);
        var paths = Posts.PathsAbove(path)[..^1];
        var above = await db.Set<Place>().AsNoTracking().Where(p => paths.Contains(p.Path)).OrderBy(p => p.Path).ToListAsync(cancel);
        return [.. above.Where(p => p.Path.Length > 0 || scope.Covers(p.Path)).Select(p => new PlaceLink(p.Code, p.Name, p.Kind, scope.Covers(p.Path)))];
    }

    /// <summary>The newest figure of each indicator.</summary>
    internal static async Task<IReadOnlyList<ReportedFigure>> FiguresOf(LinliDb db, Guid placeId, CancellationToken cancel)
    {
        var all = await db.Set<PlaceFigure>().AsNoTracking().Where(f => f.PlaceId == placeId).OrderByDescending(f => f.AsOf).ToListAsync(cancel);
        return [.. all.DistinctBy(f => f.Indicator).OrderBy(f => f.Indicator, StringComparer.Ordinal)
            .Select(f => new ReportedFigure(f.Indicator, f.Value, f.AsOf, f.Source))];
    }

    private async Task<IReadOnlyList<PlaceBelow>> Below(Guid placeId, int page, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(BelowSql);
        command.Parameters.AddWithValue(placeId);
        command.Parameters.AddWithValue(PageSize);
        command.Parameters.AddWithValue((Paging.At(page) - 1) * PageSize);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var below = new List<PlaceBelow>();
        while (await row.ReadAsync(cancel))
        {
            below.Add(new PlaceBelow(
                row.GetString(0), row.GetString(1), Enum.Parse<PlaceKind>(row.GetString(2)),
                row.IsDBNull(3) ? null : Enum.Parse<CompoundType>(row.GetString(3)), row.GetInt64(4)));
        }

        return below;
    }

    private async Task<IReadOnlyDictionary<CompoundType, long>> Types(string path, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(TypesSql);
        command.Parameters.AddWithValue(path + "%");
        await using var row = await command.ExecuteReaderAsync(cancel);
        var types = new Dictionary<CompoundType, long>();
        while (await row.ReadAsync(cancel))
        {
            types[Enum.Parse<CompoundType>(row.GetString(0))] = row.GetInt64(1);
        }

        return types;
    }
}
