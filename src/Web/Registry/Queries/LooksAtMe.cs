using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Registry.Queries;

/// <summary>A look at a number of the actor's.</summary>
/// <param name="Field">Which number.</param>
/// <param name="PostKind">Post of whoever looked; null for another capacity.</param>
/// <param name="Organisation">In which organisation.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record Look(string Field, string? PostKind, string? Organisation, string Reason, DateTimeOffset At);

/// <summary>Who looked at the actor's own numbers, newest first (PIPL 44).</summary>
internal sealed class LooksAtMe(NpgsqlDataSource database)
{
    private const int Most = 100;

    private const string Sql = """
        select u.field, p.kind, o.name, u.reason, u.at
          from registry.unmaskings u
          left join registry.posts p on u.by_capacity = 'Post:' || p.id
          left join registry.organisations o on o.id = p.organisation_id
         where u.person_id = @me order by u.at desc limit @most
        """;

    public async Task<IReadOnlyList<Look>> Execute(Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("me", actor.PersonId);
        command.Parameters.AddWithValue("most", Most);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var looks = new List<Look>();
        while (await row.ReadAsync(cancel))
        {
            looks.Add(new Look(
                row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)));
        }

        return looks;
    }
}
