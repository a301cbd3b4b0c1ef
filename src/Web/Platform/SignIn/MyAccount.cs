using Linli.Web.Platform.Access;
using Npgsql;

namespace Linli.Web.Platform.SignIn;

/// <summary>What the own-account page shows at a glance.</summary>
internal sealed record MyAccountView
{
    public required string Name { get; init; }

    public required string? PhoneMasked { get; init; }

    public required bool HasPassword { get; init; }

    public required int Passkeys { get; init; }

    public required int Sessions { get; init; }

    public required int Tokens { get; init; }
}

internal sealed class MyAccount(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Sql = """
        select p.name, p.phone_masked,
               coalesce((select a.password_hash is not null from platform.accounts a where a.id = p.id), false),
               (select count(*)::int from platform.account_passkeys k where k.user_id = p.id),
               (select count(*)::int from platform.sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > $2),
               (select count(*)::int from platform.access_tokens t where t.person_id = p.id and t.revoked_at is null and t.expires_at > $2)
          from registry.people p where p.id = $1
        """;

    public async Task<MyAccountView> Of(Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(actor.PersonId);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new MyAccountView
        {
            Name = row.GetString(0),
            PhoneMasked = row.IsDBNull(1) ? null : row.GetString(1),
            HasPassword = row.GetBoolean(2),
            Passkeys = row.GetInt32(3),
            Sessions = row.GetInt32(4),
            Tokens = row.GetInt32(5),
        };
    }
}
