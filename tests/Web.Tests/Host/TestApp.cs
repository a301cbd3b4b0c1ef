using Linli.Web.Platform;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Linli.Web.Tests.Host;

/// <summary>
/// The real host on Kestrel with a database and a data folder of its own. Background work stands still; a test runs it
/// when it wants it (<see cref="Background"/>), so that nothing happens by chance.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private readonly Func<Task> dropDatabase;
    private readonly SocketsHttpHandler wire = new() { AllowAutoRedirect = false, UseCookies = false };

    private TestApp(WebApplication app, TestClock clock, string database, string folder, Func<Task> dropDatabase)
    {
        (this.app, Clock, Database, this.folder, this.dropDatabase) = (app, clock, database, folder, dropDatabase);
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    internal TestClock Clock { get; }

    internal string Database { get; }

    /// <summary>What the host logged as an error.</summary>
    internal TestLog Log => Services.GetRequiredService<TestLog>();

    internal World World => new(this);

    /// <summary>A client that keeps nothing of its own; all clients share the connections.</summary>
    internal HttpClient Http() => new(wire, disposeHandler: false) { BaseAddress = Address };

    internal Background Background => new(this);

    internal static async Task<TestApp> Start(
        string database, string folder, bool demo, Func<Task> dropDatabase, TestClock? clock = null, Action<WebApplicationBuilder>? change = null,
        Func<LinliSettings, LinliSettings>? set = null)
    {
        clock ??= new TestClock();
        var app = Build(database, folder, demo, clock, change, set);
        await app.StartAsync();
        return new TestApp(app, clock, database, folder, dropDatabase);
    }

    internal static WebApplication Build(
        string database, string folder, bool demo, TestClock clock, Action<WebApplicationBuilder>? change, Func<LinliSettings, LinliSettings>? set = null)
    {
        var settings = new LinliSettings { Database = database, DataFolder = folder, Demo = demo, SignInsAMinute = 100_000 };
        return LinliHost.Build(set is null ? settings : set(settings), [], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TestLog>().AddSingleton<ILoggerProvider>(services => services.GetRequiredService<TestLog>());
            foreach (var work in builder.Services.Where(IsOwnBackgroundWork).ToList())
            {
                builder.Services.Remove(work);
            }

            change?.Invoke(builder);
        });
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Visitor Visitor() => new(this);

    /// <summary>A second node on the same database and the same clock.</summary>
    internal Task<TestApp> SecondNode() => Start(Database, TestFolders.CopyOf("none"), demo: false, () => Task.CompletedTask, Clock);

    /// <summary>A browser in which the person is signed in, in the given capacity or the first one held; or <paramref name="without"/> any.</summary>
    public async Task<Visitor> SignInAs(Guid personId, Guid? capacityId = null, bool without = false)
    {
        var visitor = Visitor();
        visitor.Cookies["linli.session"] = await SessionCookies.Make(this, personId, without ? null : await CapacityOf(personId, capacityId));
        return visitor;
    }

    /// <summary>A program with a token that was made before.</summary>
    internal ApiClient ApiWith(string token) => new(this, token);

    /// <summary>A program with a token of the person, in the given capacity or the first one held.</summary>
    public async Task<ApiClient> ApiAs(Guid personId, Guid? capacityId = null) => new(this, await TokenFor(personId, capacityId));

    /// <summary>A program without a token.</summary>
    public ApiClient Api() => new(this, null);

    internal async Task<string> TokenFor(Guid personId, Guid? capacityId = null)
    {
        var actor = await Actor(personId, capacityId);
        return await With<AccessTokens, string>(async tokens => (await tokens.Make("test", Context(actor), CancellationToken.None)).Value.Secret);
    }

    /// <summary>The person as an actor, for calling a use case directly.</summary>
    internal async Task<Actor> Actor(Guid personId, Guid? capacityId = null) =>
        new() { PersonId = personId, Name = "test", Capacity = await CapacityOf(personId, capacityId) };

    /// <summary>What a use case is told of who acts; a new request each time.</summary>
    internal ProcessContext Context(Actor actor, Guid? requestId = null) => new() { Actor = actor, At = Clock.Now, RequestId = requestId ?? Guid.NewGuid() };

    internal async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal Task<TResult> WithDb<TResult>(Func<LinliDb, Task<TResult>> act) => With(act);

    internal async Task<T?> Scalar<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)value : default;
    }

    internal async Task<int> Execute(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    internal Task<long> Count(string table, string where = "true", params object[] values) =>
        Scalar<long>($"select count(*) from {table} where {where}", values);

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await dropDatabase();
        TestFolders.Remove(folder);
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return command;
    }

    private async Task<Capacity?> CapacityOf(Guid personId, Guid? capacityId)
    {
        var held = await Services.GetRequiredService<Capacities>().HeldBy(personId, CancellationToken.None);
        return capacityId is { } wanted ? held.Single(c => c.Id == wanted) : held is [var first, ..] ? first : null;
    }

    private static bool IsOwnBackgroundWork(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationFactory?.Method.Module.Assembly ?? service.ImplementationType?.Assembly) == typeof(LinliHost).Assembly;
}
