using Linli.Web.Platform;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Linli.Bench;

/// <summary>An empty installation with one compound and one who may register in it.</summary>
internal static class WorkbookGround
{
    private const string Code = "990101001001-01";

    public static async Task<(string Code, string Token)> Prepare()
    {
        var settings = LinliSettings.FromEnvironment() ?? throw new InvalidOperationException("LINLI_DATABASE is not set.");
        await using var app = LinliHost.Build(settings with { Demo = false }, [], builder => builder.Logging.ClearProviders());
        await LinliHost.Migrate(app.Services, CancellationToken.None);
        var person = Guid.CreateVersion7();
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"""
            with community as (
              insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
              select gen_random_uuid(), id, 'Community', '990101001001', '99/01/01/001/001/', 'bench', 'bench', 'B', 'bench' from registry.places where code = '0' returning id),
            compound as (
              insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
              select gen_random_uuid(), id, 'Compound', '{Code}', '99/01/01/001/001/01/', 'bench', 'bench', 'B', 'bench' from community returning id, parent_id),
            details as (insert into registry.compounds (place_id, type, initials) select id, 'PropertyManaged', 'BEN' from compound returning place_id),
            person as (insert into registry.people (id, name, initials, made_up, created_at) values ($1, 'bench', 'B', true, now()) returning id),
            body as (
              insert into registry.organisations (id, kind, name, short_name, initials, place_id)
              select gen_random_uuid(), 'ResidentsCommittee', 'bench', 'bench', 'B', parent_id from compound returning id, place_id)
            insert into registry.posts (id, person_id, organisation_id, kind, place_id, starts_on, begun_by)
            select gen_random_uuid(), person.id, body.id, 'community-worker', body.place_id, '2020-01-01', 'Appointed' from person, body, details
            """);
        command.Parameters.AddWithValue(person);
        await command.ExecuteNonQueryAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var capacity = (await app.Services.GetRequiredService<Capacities>().HeldBy(person, CancellationToken.None))[0];
        var context = new ProcessContext
        {
            Actor = new Actor { PersonId = person, Name = "bench", Capacity = capacity },
            At = TimeProvider.System.GetUtcNow(),
            RequestId = Guid.NewGuid(),
        };
        return (Code, (await scope.ServiceProvider.GetRequiredService<AccessTokens>().Make("bench", context, CancellationToken.None)).Value.Secret);
    }
}
