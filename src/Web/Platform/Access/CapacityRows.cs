using Linli.Domain.Registry;
using Npgsql;

namespace Linli.Web.Platform.Access;

/// <summary>How capacities stand in the rows of a query.</summary>
internal static class CapacityRows
{
    /// <summary>How many columns there are.</summary>
    public const int Count = 10;

    /// <summary>The columns of registry.capacities, called c.</summary>
    public const string Columns =
        "c.kind, c.id, c.post_kind, c.organisation_id, c.organisation_name, c.place_id, c.place_name, c.place_path, c.unit_id, c.unit_label";

    /// <summary>Whether it holds on the day $1.</summary>
    public const string HoldsToday = "registry.holds(c.from_day, c.to_day, $1)";

    /// <summary>The capacity whose columns begin at <paramref name="first"/>, or null when they are empty.</summary>
    public static Capacity? Read(NpgsqlDataReader row, int first)
    {
        if (row.IsDBNull(first))
        {
            return null;
        }

        var kind = Enum.Parse<CapacityKind>(row.GetString(first));
        var postKind = row.IsDBNull(first + 2) ? null : row.GetString(first + 2);
        return new Capacity
        {
            Kind = kind,
            Id = row.GetGuid(first + 1),
            PostKind = postKind,
            OrganisationId = row.IsDBNull(first + 3) ? null : row.GetGuid(first + 3),
            OrganisationName = row.IsDBNull(first + 4) ? null : row.GetString(first + 4),
            PlaceId = row.GetGuid(first + 5),
            PlaceName = row.GetString(first + 6),
            Path = new PlacePath(row.GetString(first + 7)),
            UnitId = row.IsDBNull(first + 8) ? null : row.GetGuid(first + 8),
            UnitLabel = row.IsDBNull(first + 9) ? null : row.GetString(first + 9),
            Permissions = PermissionsOf(kind, postKind),
        };
    }

    // A post of a kind that the catalogue no longer knows allows nothing.
    private static Permission PermissionsOf(CapacityKind kind, string? postKind) => kind switch
    {
        CapacityKind.Post => PostKinds.Find(postKind)?.Permissions ?? Permission.None,
        CapacityKind.Owner => PostKinds.OfOwners,
        _ => PostKinds.OfResidents,
    };
}
