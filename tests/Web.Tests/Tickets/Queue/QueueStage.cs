using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Tickets.Handling;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>A compound with everybody in it, for tests of the queue; the tests of a class share a clock and begin on its Monday.</summary>
public abstract class QueueStage(EmptyHost host, string root) : EmptyHostTests(host)
{
    private static int last;

    internal HandlingWorld World { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Set(TestClock.Start);
        World = await HandlingWorld.Make(App, $"{root}/{Interlocked.Increment(ref last):D4}");
    }

    public override async ValueTask DisposeAsync()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
    }

    /// <summary>Another compound with everybody in it, in another district.</summary>
    internal Task<HandlingWorld> Elsewhere() => HandlingWorld.Make(App, $"80/{Interlocked.Increment(ref last):D4}");

    internal Task<Actor> Actor(Guid person) => App.Actor(person);

    /// <summary>Number and first reason of what needs somebody, in order.</summary>
    internal async Task<IReadOnlyList<(string Number, string Reason)>> Needs(Guid person) =>
        [.. (await (await World.As(person)).Get("/api/v1/work/")).ShouldBe(System.Net.HttpStatusCode.OK).Json.GetProperty("tickets").EnumerateArray()
            .Select(one => (one.GetProperty("ticket").GetProperty("number").GetString()!, one.GetProperty("needs")[0].GetProperty("reason").GetString()!))];

    internal Task<uint> Version(string number) => App.Scalar<uint>("select xmin from tickets.tickets where number = $1", number);
}
