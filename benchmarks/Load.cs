using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Linli.Bench;

/// <summary>Sends requests over open connections as fast as they are answered. Plain sockets: the load must cost less than what it measures.</summary>
internal static class Load
{
    public const int Connections = 32;

    public static async Task<Sample> Run(Server server, Func<byte[]> request, int expected, TimeSpan length)
    {
        var processor = server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => One(server.Address, request, expected, started, length))));
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Sample([.. latencies.SelectMany(l => l)], elapsed, server.ProcessorTime - processor);
    }

    private static async Task<List<double>> One(Uri address, Func<byte[]> request, int expected, long started, TimeSpan length)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[256 * 1024];
        var latencies = new List<double>(16_384);
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request());
            await Answer(socket, buffer, expected);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return latencies;
    }

    private static async Task Answer(Socket socket, byte[] buffer, int expected)
    {
        var have = 0;
        int head;
        while ((head = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8)) < 0)
        {
            have += await Receive(socket, buffer, have);
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        if (!headers.StartsWith($"HTTP/1.1 {expected} ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{expected} was expected:\n{headers}\n{Encoding.UTF8.GetString(buffer, head, Math.Min(2000, have - head))}");
        }

        var at = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var line = headers.AsSpan(at + 16);
            var end = line.IndexOf('\r');
            var whole = head + 4 + int.Parse(end < 0 ? line : line[..end], System.Globalization.CultureInfo.InvariantCulture);
            while (have < whole)
            {
                have += await Receive(socket, buffer, have);
            }

            return;
        }

        while (!buffer.AsSpan(0, have).EndsWith("\r\n0\r\n\r\n"u8))
        {
            have += await Receive(socket, buffer, have);
        }
    }

    private static async Task<int> Receive(Socket socket, byte[] buffer, int have) =>
        await socket.ReceiveAsync(buffer.AsMemory(have)) is > 0 and var count ? count : throw new InvalidOperationException("The server closed the connection.");
}

/// <summary>What one stretch of load showed.</summary>
internal sealed record Sample(double[] Latencies, TimeSpan Elapsed, TimeSpan Processor);
