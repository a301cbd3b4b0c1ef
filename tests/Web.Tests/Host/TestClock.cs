namespace Linli.Web.Tests.Host;

/// <summary>A clock that stands still until a test moves it. Timers run in real time, so nothing waits for it.</summary>
internal sealed class TestClock : TimeProvider
{
    /// <summary>A Monday at ten in the morning, China time.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private long ticks = Start.Ticks;

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void Set(DateTimeOffset moment) => Interlocked.Exchange(ref ticks, moment.UtcTicks);
}
