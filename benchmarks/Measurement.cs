using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Linli.Bench;

/// <summary>Product and bare limit in turns within one run, so that whatever else the machine does strikes both.</summary>
internal static class Measurement
{
    public static async Task<int> Run(int seconds, int rounds, bool onlyMillion = false)
    {
        await Console.Out.WriteLineAsync("Starting both servers and loading the demo world …");
        await using var product = await Server.Start("product");
        await using var bare = await Server.Start("bare");
        Series[] few = onlyMillion ? [] :
        [
            new("Ticket list, 50 rows", bare, product, () => Get("/work", null), () => Get("/work?tab=Open", product.Cookie), 200),
            new("Ticket report", bare, product, () => Post(null), () => Post(product.Token), 201),
        ];

        // At a million tickets, of which the dispatcher's compound has twenty thousand.
        var search = Uri.EscapeDataString("\u7535\u68AF");
        Series[] million =
        [
            new("At 1,000,000: list, 50 rows", bare, product, () => Get("/list", null), () => Get("/work?tab=All", product.Cookie), 200),
            new("At 1,000,000: list of a whole subdistrict", bare, product, () => Get("/wide", null), () => Get("/work?tab=All", product.WideCookie), 200),
            new("At 1,000,000: search, two characters", bare, product, () => Get("/search", null), () => Get($"/work?tab=All&text={search}", product.Cookie), 200),
            new("At 1,000,000: what needs me now", bare, product, () => Get("/needs", null), () => Get("/work?tab=Me", product.Cookie), 200),
        ];

        // One path after the other: reports fill the table that the list reads.
        await Measure(few, seconds, rounds);
        await Console.Out.WriteLineAsync("Making a million tickets …");
        await MillionTickets.Make();
        await Measure(million, seconds, rounds);
        Series[] all = [.. few, .. million];
        var report = Report.Write(all, seconds, rounds);
        await Console.Out.WriteLineAsync(report);
        if (!onlyMillion)
        {
            Directory.CreateDirectory("docs");
            await File.WriteAllTextAsync(Path.Combine("docs", "bench.md"), report);
        }

        return all.All(s => s.Ratio >= Report.Goal) ? 0 : 1;
    }

    private static async Task Measure(Series[] all, int seconds, int rounds)
    {
        foreach (var series in all)
        {
            await Console.Out.WriteLineAsync($"{series.Name}: warming up …");
            await series.Turn(TimeSpan.FromSeconds(4 * seconds), keep: false);
            for (var round = 1; round <= rounds; round++)
            {
                await Console.Out.WriteLineAsync($"{series.Name}: round {round} of {rounds} …");
                await series.Turn(TimeSpan.FromSeconds(seconds), keep: true);
            }
        }
    }

    private static byte[] Get(string address, string? cookie) => Encoding.ASCII.GetBytes(
        $"GET {address} HTTP/1.1\r\nHost: bench\r\n{(cookie is null ? string.Empty : $"Cookie: linli.session={cookie}\r\n")}\r\n");

    private static byte[] Post(string? token)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestId = Guid.NewGuid(), category = "lift", placeText = "24栋1单元电梯", description = "电梯停在3楼，门打不开，里面没有人。", contactBy = "Phone",
        });
        var head = $"POST /api/v1/tickets/ HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n"
            + (token is null ? "\r\n" : $"Authorization: Bearer {token}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
