using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Relais.Tests.Testing;

/// <summary>Keeps what a server complains about, for tests of what must happen quietly.</summary>
public sealed class Logbook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> complaints = new();

    public IReadOnlyCollection<string> Complaints => complaints;

    public ILogger CreateLogger(string categoryName) => new Page(categoryName, complaints);

    public void Dispose()
    {
    }

    private sealed class Page(string category, ConcurrentQueue<string> complaints) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) complaints.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
        }
    }
}
