using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Linli.Web.Tests.Host;

/// <summary>Keeps the errors that the host logs, so that a failing test can show why.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Errors { get; } = [];

    public string? LastError => Errors.LastOrDefault();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Errors.Enqueue(exception is null ? formatter(state, null) : string.Join(" | ", exception.ToString().Split('\n').Take(4).Select(l => l.Trim())));
        }
    }

    public void Dispose()
    {
    }
}
