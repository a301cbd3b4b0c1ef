using Linli.Web.Registry.Store;
using Npgsql;

namespace Linli.Web.Demo.World;

/// <summary>The persons whom a visitor may try, one for each role, in the order of the sign-in page.</summary>
internal sealed class DemoRoles
{
    private static readonly string[] Order =
    [
        "owner", "neighbour", "tenant", "dispatcher", "repair-worker", "project-lead", "committee-chair", "branch-secretary", "community-worker",
        "subdistrict-officer", "housing-officer", "other-dispatcher", "ended-post", "several-posts", "platform-administrator",
    ];

    private readonly Dictionary<string, Guid> byRole = [];

    public IEnumerable<(string Role, Guid Person)> Persons => Order.Select(role => (role, byRole[role]));

    public void Add(string role, Person person) => byRole.Add(role, person.Id);

    public async Task Write(NpgsqlConnection connection, CancellationToken cancel)
    {
        var persons = Persons.ToArray();
        await using var command = new NpgsqlCommand(
            "insert into platform.demo_persons (person_id, role, position) select * from unnest(@persons, @roles, @positions)", connection);
        command.Parameters.AddWithValue("persons", persons.Select(p => p.Person).ToArray());
        command.Parameters.AddWithValue("roles", persons.Select(p => p.Role).ToArray());
        command.Parameters.AddWithValue("positions", persons.Select((_, position) => position + 1).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
