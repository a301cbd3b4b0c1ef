using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Registry;

internal sealed class Callers(NpgsqlDataSource database, PersonalCipher cipher, IPlaces places, TimeProvider clock) : ICallers
{
    private const int Most = 10;

    // Whose data is only stored any more is not found.
    private const string Households = """
        select c.person_id, p.name, p.phone_masked, c.unit_id, c.unit_label, c.kind
          from registry.capacities c join registry.people p on p.id = c.person_id
         where c.kind <> 'Post' and c.place_id = $1 and registry.holds(c.from_day, c.to_day, $2) and p.restricted_at is null and p.erased_at is null
        """;

    public async Task<IReadOnlyList<Caller>> Find(Guid compoundId, string words, Actor actor, CancellationToken cancel)
    {
        if (!await MaySee(compoundId, actor, cancel) || words.Length == 0)
        {
            return [];
        }

        var phone = PhoneNumber.TryParse(words, out var number) ? cipher.PhoneIndex(number.Digits) : null;
        // 3-2-1204 finds 3栋2单元1204.
        var part = $"%{LikeText.Escaped(PlainText.HalfWidth(words)).Replace('-', '%').Replace(' ', '%')}%";
        return await Read(
            $"{Households} and ($3::bytea is null and (p.name ilike $4 or c.unit_label ilike $4) or p.phone_index = $3::bytea) order by p.name <> $5, c.unit_label collate natural_order, p.name, c.id limit {Most}",
            cancel, compoundId, ChinaTime.DayOf(clock.GetUtcNow()), phone, part, words);
    }

    public async Task<Caller?> Of(Guid compoundId, Guid personId, Actor actor, CancellationToken cancel) => await MaySee(compoundId, actor, cancel)
        && await Read($"{Households} and c.person_id = $3 order by c.kind = 'Resident', c.unit_label, c.id limit 1", cancel, compoundId, ChinaTime.DayOf(clock.GetUtcNow()), personId) is [var first, ..]
        ? first
        : null;

    private async Task<bool> MaySee(Guid compoundId, Actor actor, CancellationToken cancel) =>
        await places.PathOf(compoundId, cancel) is { } compound && Scope.Of(actor, Permission.ViewPeople).Covers(compound);

    private async Task<IReadOnlyList<Caller>> Read(string sql, CancellationToken cancel, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Caller>();
        while (await row.ReadAsync(cancel))
        {
            found.Add(new(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetGuid(3), row.GetString(4), Enum.Parse<CapacityKind>(row.GetString(5))));
        }

        return found;
    }
}
