using Linli.Web.Platform;
using Linli.Web.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Xunit;

[assembly: AssemblyFixture(typeof(LinliHostFixture))]

namespace Linli.Web.Tests.Host;

/// <summary>
/// Hosts for tests. The demo host is shared by the whole assembly: a test in it makes what it needs and counts on nothing
/// that others may change. A test that needs the place to itself takes a new host.
/// </summary>
public sealed class LinliHostFixture : IAsyncDisposable
{
    private readonly Lazy<Task<TestApp>> demo;

    public LinliHostFixture() => demo = new(() => New(demo: true));

    /// <summary>The shared host with the demo world.</summary>
    public Task<TestApp> Demo() => Databases is null ? Missing() : demo.Value;

    /// <summary>A host of its own: empty, or with the demo world. Whoever takes it disposes it.</summary>
    public Task<TestApp> New(bool demo = false, Action<WebApplicationBuilder>? change = null) => New(demo, change, null);

    /// <summary>The same with other settings.</summary>
    internal async Task<TestApp> New(bool demo, Action<WebApplicationBuilder>? change, Func<LinliSettings, LinliSettings>? set)
    {
        if (Databases is not { } databases)
        {
            return await Missing();
        }

        var template = demo ? await databases.DemoTemplate() : await databases.SchemaTemplate();
        var database = await databases.CopyOf(template);
        return await TestApp.Start(database, TestFolders.CopyOf(template), demo, () => databases.Drop(database), change: change, set: set);
    }

    public async ValueTask DisposeAsync()
    {
        if (demo.IsValueCreated)
        {
            await (await demo.Value).DisposeAsync();
        }
    }

    private static TestDatabases? Databases { get; } =
        Environment.GetEnvironmentVariable("LINLI_TEST_DATABASE") is { Length: > 0 } superuser ? new(superuser) : null;

    private static Task<TestApp> Missing()
    {
        Assert.Skip("LINLI_TEST_DATABASE is not set: these tests need PostgreSQL 15 or newer; ./test brings one.");
        throw new InvalidOperationException();
    }
}
