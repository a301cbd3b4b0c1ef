using System.Security.Claims;
using Linli.Web.Demo;
using Linli.Web.Demo.World;
using Linli.Web.Platform;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Linli.Bench;

/// <summary>The product as it ships, with the demo world and enough tickets; tells the measurement a dispatcher's cookie and an owner's token.</summary>
internal static class ProductServer
{
    private const int MoreTickets = 5_000;

    public static async Task<int> Run()
    {
        var settings = LinliSettings.FromEnvironment() ?? throw new InvalidOperationException("LINLI_DATABASE is not set.");
        await using var app = LinliHost.Build(settings with { Demo = true }, [], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });
        await LinliHost.Migrate(app.Services, CancellationToken.None);
        await DemoWorld.LoadOnce(app.Services, TextWriter.Null, CancellationToken.None);
        await Fill(app);
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.Urls.Single()} {await Cookie(app, DemoRole.Dispatcher)} {await Token(app, DemoRole.Owner)} {await Cookie(app, DemoRole.SubdistrictOfficer)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    // Copies of the compound's own tickets, spread over the last months.
    private static async Task Fill(WebApplication app)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"""
            insert into tickets.tickets (id, number, compound_id, place_id, unit_id, place_text, kind, category, urgency, description, contact_by, state,
                                         service_level, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at, assigned_to, replied_at)
            select gen_random_uuid(), 'BENCH-' || n, t.compound_id, t.place_id, t.unit_id, t.place_text, t.kind, t.category, t.urgency, t.description, t.contact_by, t.state,
                   t.service_level, t.reporter_id, t.reported_as, t.received_at - n * interval '5 minutes', t.contact_due_at - n * interval '5 minutes',
                   t.resolve_due_at - n * interval '5 minutes', t.assigned_to, t.replied_at - n * interval '5 minutes'
              from generate_series(1, {MoreTickets}) n
              join lateral (select * from tickets.tickets where number not like 'BENCH-%' order by number offset n % (select count(*) from tickets.tickets where number not like 'BENCH-%') limit 1) t on true
             where not exists (select from tickets.tickets where number = 'BENCH-1');
            """);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
        await using var analyze = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("vacuum analyze tickets.tickets");
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task<string> Cookie(WebApplication app, DemoRole role)
    {
        var (person, capacity) = await Find(app, role);
        var session = Guid.NewGuid();
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            insert into platform.sessions (id, person_id, capacity_kind, capacity_id, device, way, created_at, last_seen_at, expires_at)
            values ($1, $2, $3, $4, 'bench', 'Demo', now(), now(), now() + interval '1 day')
            """);
        command.Parameters.AddWithValue(session);
        command.Parameters.AddWithValue(person);
        command.Parameters.AddWithValue(capacity.Kind.ToString());
        command.Parameters.AddWithValue(capacity.Id);
        await command.ExecuteNonQueryAsync();
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString()), new(Sessions.SessionClaim, session.ToString())], Sessions.Scheme);
        return app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Sessions.Scheme)
            .TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), Sessions.Scheme));
    }

    private static async Task<string> Token(WebApplication app, DemoRole role)
    {
        var (person, capacity) = await Find(app, role);
        await using var scope = app.Services.CreateAsyncScope();
        var context = new ProcessContext
        {
            Actor = new Actor { PersonId = person, Name = "bench", Capacity = capacity },
            At = TimeProvider.System.GetUtcNow(),
            RequestId = Guid.NewGuid(),
        };
        return (await scope.ServiceProvider.GetRequiredService<AccessTokens>().Make("bench", context, CancellationToken.None)).Value.Secret;
    }

    private static async Task<(Guid Person, Capacity Capacity)> Find(WebApplication app, DemoRole role)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select person_id from platform.demo_persons where position = $1");
        command.Parameters.AddWithValue((int)role);
        var person = (Guid)(await command.ExecuteScalarAsync())!;
        return (person, (await app.Services.GetRequiredService<Capacities>().HeldBy(person, CancellationToken.None))[0]);
    }
}
