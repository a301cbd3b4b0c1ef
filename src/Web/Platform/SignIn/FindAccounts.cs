using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Platform.SignIn;

/// <summary>How a person gets in: open sessions and tokens, last sign-in, lock. Numbers are masked.</summary>
public sealed record AccountView
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public string? PhoneMasked { get; init; }

    public required bool MadeUp { get; init; }

    public required bool HasPassword { get; init; }

    public required int Passkeys { get; init; }

    public required int Sessions { get; init; }

    public required int Tokens { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>Until when signing in by password is locked after too many wrong ones; null when it is not.</summary>
    public DateTimeOffset? LockedUntil { get; init; }
}

/// <summary>Finds the accounts of people, for whoever looks after them: by name, or by the whole telephone number.</summary>
internal sealed class FindAccounts(NpgsqlDataSource database, PersonalCipher cipher, PasswordTries tries, TimeProvider clock)
{
    public const int Most = 20;
    private const int ShortestName = 2;

    private const string Sql = """
        select p.id, p.name, p.phone_masked, p.made_up,
               coalesce((select a.password_hash is not null from platform.accounts a where a.id = p.id), false),
               (select count(*)::int from platform.account_passkeys k where k.user_id = p.id),
               (select count(*)::int from platform.sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > $1),
               (select count(*)::int from platform.access_tokens t where t.person_id = p.id and t.revoked_at is null and t.expires_at > $1),
               (select max(s.created_at) from platform.sessions s where s.person_id = p.id),
               p.phone_index
          from registry.people p
        """;

    /// <summary>At most twenty people, by name; nothing for less than two characters.</summary>
    public async Task<Outcome<IReadOnlyList<AccountView>>> Execute(string? text, Actor actor, CancellationToken cancel)
    {
        if (!MayManage(actor))
        {
            return new NotAllowedInThisCapacity();
        }

        if (!PlainText.TryClean(text, severalLines: false, out var words) || PlainText.LengthOf(words) < ShortestName)
        {
            return Outcome<IReadOnlyList<AccountView>>.Of([]);
        }

        return PhoneNumber.TryParse(words, out var phone)
            ? Outcome<IReadOnlyList<AccountView>>.Of(await Read("where p.phone_index = $2", cipher.PhoneIndex(phone.Digits), cancel))
            : Outcome<IReadOnlyList<AccountView>>.Of(await Read("where p.name like $2", $"%{LikeText.Escaped(words)}%", cancel));
    }

    /// <summary>One person's account.</summary>
    public async Task<Outcome<AccountView>> One(Guid personId, Actor actor, CancellationToken cancel) =>
        !MayManage(actor) ? new NotAllowedInThisCapacity()
        : await Read("where p.id = $2", personId, cancel) is [var account] ? account
        : new NotFound();

    /// <summary>Accounts belong to the whole installation.</summary>
    private static bool MayManage(Actor actor) => Scope.Of(actor, Permission.ManageAccounts).Covers(PlacePath.Root);

    private async Task<List<AccountView>> Read(string where, object value, CancellationToken cancel)
    {
        var found = new List<(AccountView View, byte[]? Phone)>();
        await using (var command = database.CreateCommand($"{Sql} {where} order by p.name, p.id limit {Most}"))
        {
            command.Parameters.AddWithValue(clock.GetUtcNow());
            command.Parameters.AddWithValue(value);
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                found.Add((View(row), row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9)));
            }
        }

        var locks = await tries.Locks([.. found.SelectMany(f => Subjects(f.View.PersonId, f.Phone))], cancel);
        return [.. found.Select(f => f.View with { LockedUntil = Subjects(f.View.PersonId, f.Phone).Select(s => locks.GetValueOrDefault(Convert.ToHexString(s))).Max() })];
    }

    private IEnumerable<byte[]> Subjects(Guid personId, byte[]? phone) => phone is null ? [tries.OfPerson(personId)] : [tries.OfPerson(personId), phone];

    private static AccountView View(NpgsqlDataReader row) => new()
    {
        PersonId = row.GetGuid(0),
        Name = row.GetString(1),
        PhoneMasked = row.IsDBNull(2) ? null : row.GetString(2),
        MadeUp = row.GetBoolean(3),
        HasPassword = row.GetBoolean(4),
        Passkeys = row.GetInt32(5),
        Sessions = row.GetInt32(6),
        Tokens = row.GetInt32(7),
        LastSignIn = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
    };
}
