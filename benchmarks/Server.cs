using System.Diagnostics;

namespace Linli.Bench;

/// <summary>A server in a process of its own, so that its processor time can be told from that of the load.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, string[] said) => (this.process, Address, Cookie, Token, WideCookie) = (process, new Uri(said[1]), said[2], said[3], said[4]);

    public Uri Address { get; }

    public string Cookie { get; }

    public string Token { get; }

    /// <summary>Of somebody whose post covers many compounds.</summary>
    public string WideCookie { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<Server> Start(string command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, command]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                return new Server(process, line.Split(' '));
            }
        }

        throw new InvalidOperationException($"The {command} server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
