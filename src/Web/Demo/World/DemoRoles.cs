using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;
using Npgsql;

namespace Linli.Web.Demo.World;

/// <summary>The persons whom a visitor may try, one for each role, in the order of the sign-in page.</summary>
internal sealed class DemoRoles
{
    private readonly Dictionary<DemoRole, (string Shown, Guid Person)> byRole = [];

    /// <summary>What each person is shown as: the code of a post, Owner or Resident.</summary>
    public IReadOnlyDictionary<DemoRole, (string Shown, Guid Person)> Persons => byRole;

    public void Add(DemoRole role, Person person, string shownAs) => byRole.Add(role, (shownAs, person.Id));

    public void Add(DemoRole role, PostHolder holder) => Add(role, holder.Person, holder.Post.Kind);

    public async Task Write(NpgsqlConnection connection, CancellationToken cancel)
    {
        var persons = Enum.GetValues<DemoRole>().Select(role => byRole[role]).ToArray();
        await using var command = new NpgsqlCommand(
            "insert into platform.demo_persons (person_id, role, position) select * from unnest(@persons, @roles, @positions)", connection);
        command.Parameters.AddWithValue("persons", persons.Select(p => p.Person).ToArray());
        command.Parameters.AddWithValue("roles", persons.Select(p => p.Shown).ToArray());
        command.Parameters.AddWithValue("positions", Enum.GetValues<DemoRole>().Select(role => (int)role).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
