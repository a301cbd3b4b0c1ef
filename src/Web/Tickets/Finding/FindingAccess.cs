using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>A place that early finding is shown for, with the way down to it.</summary>
public sealed record FindingPlace(Guid Id, string Code, string Name, PlaceKind Kind, IReadOnlyList<FindingStep> Way)
{
    internal string Path { get; init; } = string.Empty;
}

/// <summary>A place on the way down.</summary>
public sealed record FindingStep(string Code, string Name);

/// <summary>Where an actor sees what was found: wherever the figures may be seen. Words and groups follow the same area.</summary>
internal static class FindingAccess
{
    private const string FindPlace = """
        select p.id, p.code, p.name, p.kind, p.path from registry.places p
         where p.path like @scope and p.kind not in ('Building', 'Entrance') and (p.code = @code or (@code::text is null and p.id = @own))
        """;

    private const string FindWay = "select code, name from registry.places where path = any(@prefixes) and path like @scope order by length(path)";

    /// <summary>Whoever takes tickets or keeps the agenda there may put a hot spot forward.</summary>
    public static bool MayPropose(Actor actor, PlacePath compound) =>
        Scope.Of(actor, Permission.AcceptTickets).Covers(compound) || Scope.Of(actor, Permission.ManageFindings).Covers(compound);

    /// <summary>The place of the code where it lies in scope, else the actor's own; null when there is none.</summary>
    public static async Task<FindingPlace?> Find(NpgsqlConnection connection, string? code, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewOverview).SqlPattern is not { } pattern || code?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return null;
        }

        FindingPlace place;
        await using (var command = new NpgsqlCommand(FindPlace, connection))
        {
            command.Parameters.AddWithValue("scope", pattern);
            command.Parameters.Add(new("code", NpgsqlTypes.NpgsqlDbType.Text) { Value = string.IsNullOrWhiteSpace(code) ? DBNull.Value : code.Trim() });
            command.Parameters.AddWithValue("own", actor.Capacity?.PlaceId ?? Guid.Empty);
            await using var row = await command.ExecuteReaderAsync(cancel);
            if (!await row.ReadAsync(cancel))
            {
                return null;
            }

            place = new(row.GetGuid(0), row.GetString(1), row.GetString(2), Enum.Parse<PlaceKind>(row.GetString(3)), []) { Path = row.GetString(4) };
        }

        await using var way = new NpgsqlCommand(FindWay, connection);
        way.Parameters.AddWithValue("prefixes", new PlacePath(place.Path).SelfAndAncestors().Select(p => p.Value).ToArray());
        way.Parameters.AddWithValue("scope", pattern);
        await using var step = await way.ExecuteReaderAsync(cancel);
        var steps = new List<FindingStep>();
        while (await step.ReadAsync(cancel))
        {
            steps.Add(new(step.GetString(0), step.GetString(1)));
        }

        return place with { Way = steps };
    }
}
