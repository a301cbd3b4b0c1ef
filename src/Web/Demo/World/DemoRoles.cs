using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Npgsql;

namespace Linli.Web.Demo.World;

/// <summary>The persons whom a visitor may try, one for each role, in the order of the sign-in page.</summary>
internal sealed class DemoRoles
{
    private readonly Dictionary<DemoRole, Guid> byRole = [];

    public void Add(DemoRole role, Person person) => byRole.Add(role, person.Id);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Guid> People => byRole.Values;

    public Guid Of(DemoRole role) => byRole[role];
    /// <summary>Whether the person is one whom a visitor may try; such a person has the capacities of that role and no others.</summary>
    public bool Has(Person person) => byRole.ContainsValue(person.Id);

    public async Task Write(NpgsqlConnection connection, CancellationToken cancel)
    {
        var roles = Enum.GetValues<DemoRole>();
        await using var command = new NpgsqlCommand(
            "insert into platform.demo_persons (person_id, role, position) select * from unnest(@persons, @roles, @positions)", connection);
        command.Parameters.AddWithValue("persons", roles.Select(role => byRole[role]).ToArray());
        command.Parameters.AddWithValue("roles", roles.Select(CodeOf).ToArray());
        command.Parameters.AddWithValue("positions", roles.Select(role => (int)role).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>RepairWorker is repair-worker, the key of its text.</summary>
    public static string CodeOf(DemoRole role) => SnakeCaseNames.Of(role.ToString()).Replace('_', '-');
}
