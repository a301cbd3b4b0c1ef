using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid;

/// <summary>A place as this module needs it.</summary>
public sealed record GridPlace(Guid Id, PlaceKind Kind, string Code, string Name, PlacePath Path, Guid? ParentId);

/// <summary>Finds places where the actor may do something.</summary>
internal sealed class GridPlaces(NpgsqlDataSource database)
{
    /// <summary>The place of the code, or without one the place of the capacity; null outside the scope.</summary>
    public async Task<GridPlace?> Find(string? code, Actor actor, Permission permission, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, permission);
        return scope.IsNothing ? null : (await database.Read(
            "select id, kind, code, name, path, parent_id from registry.places where path like @pattern and "
                + (string.IsNullOrWhiteSpace(code) ? "id = @own" : "code = @code"),
            row => new GridPlace(row.GetGuid(0), Enum.Parse<PlaceKind>(row.GetString(1)), row.GetString(2), row.GetString(3), new PlacePath(row.GetString(4)), row.IdOrNull(5)),
            cancel, ("pattern", scope.SqlPattern), ("own", actor.Capacity?.PlaceId), ("code", code?.Trim()))).FirstOrNone();
    }

    /// <summary>The compound of the code; null outside the scope.</summary>
    public async Task<GridPlace?> Compound(string? code, Actor actor, Permission permission, CancellationToken cancel) =>
        await Find(code, actor, permission, cancel) is { Kind: PlaceKind.Compound } compound ? compound : null;

    /// <summary>The places from the actor's own down to this one, itself included.</summary>
    public async Task<IReadOnlyList<GridPlace>> Way(GridPlace place, Actor actor, Permission permission, CancellationToken cancel) =>
        await database.Read(
            "select id, kind, code, name, path, parent_id from registry.places where path like @pattern and @path like path || '%' and path <> '' order by length(path)",
            row => new GridPlace(row.GetGuid(0), Enum.Parse<PlaceKind>(row.GetString(1)), row.GetString(2), row.GetString(3), new PlacePath(row.GetString(4)), row.IdOrNull(5)),
            cancel, ("pattern", Scope.Of(actor, permission).SqlPattern), ("path", place.Path.Value));
}
