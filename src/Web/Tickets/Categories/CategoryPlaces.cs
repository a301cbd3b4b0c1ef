using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Categories;

/// <summary>A place whose categories are looked at.</summary>
public sealed record CategoryPlace(Guid Id, string Code, string Name, PlacePath Path);

/// <summary>Finds places from compounds upwards; smaller ones have no categories of their own.</summary>
internal sealed class CategoryPlaces(NpgsqlDataSource database)
{
    /// <summary>The place of the code, or null outside the scope.</summary>
    public async Task<CategoryPlace?> Find(string code, Scope scope, CancellationToken cancel)
    {
        if (scope.IsNothing)
        {
            return null;
        }

        await using var command = database.CreateCommand(
            "select id, code, name, path from registry.places where code = $1 and path like $2 and kind not in ('Building', 'Entrance')");
        command.Parameters.AddWithValue(code);
        command.Parameters.AddWithValue(scope.SqlPattern!);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), new PlacePath(row.GetString(3))) : null;
    }

    /// <summary>The code of a place, for the way from a capacity to its place.</summary>
    public async Task<string?> CodeOf(Guid placeId, Scope scope, CancellationToken cancel)
    {
        if (scope.IsNothing)
        {
            return null;
        }

        await using var command = database.CreateCommand("select code from registry.places where id = $1 and path like $2");
        command.Parameters.AddWithValue(placeId);
        command.Parameters.AddWithValue(scope.SqlPattern!);
        return await command.ExecuteScalarAsync(cancel) as string;
    }
}
