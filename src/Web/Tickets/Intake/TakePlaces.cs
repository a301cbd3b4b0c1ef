using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Tickets.Intake;

/// <summary>A compound to choose.</summary>
internal sealed record TakePlace(Guid Id, string Code, string Name, PlacePath Path);

/// <summary>The compounds where a post takes reports or puts up sheets, by name.</summary>
internal sealed class TakePlaces(NpgsqlDataSource database)
{
    // A subdistrict has some two hundred; whoever sees a whole district finds the compound by its code.
    private const int Most = 500;

    private const string Own = """
        select p.id, p.code, p.name, p.path from registry.places p
         where p.kind = 'Compound' and p.path like $1 and ($2::text is null or p.code = $2) and ($3::uuid is null or p.id = $3)
         order by p.name collate natural_order, p.code limit $4
        """;

    public Task<IReadOnlyList<TakePlace>> Execute(Permission permission, Actor actor, CancellationToken cancel) => Read(null, null, permission, actor, cancel);

    /// <summary>The compound with the code, or the only or first one; null where there is none for the actor.</summary>
    public async Task<TakePlace?> Find(string? code, Permission permission, Actor actor, CancellationToken cancel) =>
        await Read(string.IsNullOrEmpty(code) ? null : code, null, permission, actor, cancel) is [var first, ..] ? first : null;

    public async Task<TakePlace?> Find(Guid compound, Permission permission, Actor actor, CancellationToken cancel) =>
        await Read(null, compound, permission, actor, cancel) is [var found] ? found : null;

    private async Task<IReadOnlyList<TakePlace>> Read(string? code, Guid? id, Permission permission, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, permission).SqlPattern is not { } pattern)
        {
            return [];
        }

        await using var command = database.CreateCommand(Own);
        foreach (var value in new object?[] { pattern, code, id, Most })
        {
            command.Parameters.AddWithValue(value ?? DBNull.Value);
        }

        await using var row = await command.ExecuteReaderAsync(cancel);
        var read = new List<TakePlace>();
        while (await row.ReadAsync(cancel))
        {
            read.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), new PlacePath(row.GetString(3))));
        }

        return read;
    }
}
