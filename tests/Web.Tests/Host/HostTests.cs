using Xunit;

namespace Linli.Web.Tests.Host;

/// <summary>Tests against the shared host with the demo world.</summary>
public abstract class DemoTests(LinliHostFixture host) : IAsyncLifetime
{
    protected TestApp App { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => App = await host.Demo();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that share an empty host within their class: <c>class XTests(EmptyHost host) : EmptyHostTests(host)</c>.</summary>
public abstract class EmptyHostTests(EmptyHost host) : IClassFixture<EmptyHost>, IAsyncLifetime
{
    protected TestApp App { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => App = await host.App();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>One empty host for the tests of a class.</summary>
public sealed class EmptyHost : IAsyncDisposable
{
    private readonly Lazy<Task<TestApp>> app;

    public EmptyHost(LinliHostFixture host) => app = new(() => host.New());

    public Task<TestApp> App() => app.Value;

    public async ValueTask DisposeAsync()
    {
        if (app.IsValueCreated && app.Value.IsCompletedSuccessfully)
        {
            await (await app.Value).DisposeAsync();
        }
    }
}
