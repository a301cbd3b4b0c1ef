using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Linli.Bench;

/// <summary>
/// A workbook of 100,031 rows previewed, imported, imported again and exported by the product as it is published. Each act meets a process of its own that
/// has done nothing before, so that the peak told is that of the act.
/// </summary>
internal static class WorkbookLoad
{
    private const int MostSeconds = 20;
    private const int MostMegabytes = 300;

    private sealed record Act(string Name, double Seconds, long IdleMegabytes, long PeakMegabytes);

    public static async Task<int> Run()
    {
        var (code, token) = await WorkbookGround.Prepare();
        var workbook = BigWorkbook.Bytes();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{BigWorkbook.Rows:N0} rows, {workbook.Length / 1e6:0.0} MB"));
        var import = $"/api/v1/registry/compounds/{code}/import";
        Act[] acts =
        [
            await Measure("preview", token, client => Send(client, $"{import}?preview=true", workbook)),
            await Measure("import", token, client => Send(client, import, workbook)),
            await Measure("the same file again", token, client => Send(client, import, workbook)),
            await Measure("export of it", token, client => Receive(client, $"/api/v1/registry/compounds/{code}/export")),
        ];
        await Console.Out.WriteLineAsync(Tell(acts));
        return acts.All(act => act.Seconds <= MostSeconds && act.PeakMegabytes <= MostMegabytes) ? 0 : 1;
    }

    private static async Task<Act> Measure(string name, string token, Func<HttpClient, Task> act)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine("artifacts", "run", "Linli.Web.dll"), "serve"]) { RedirectStandardOutput = true };
        (start.Environment["LINLI_DEMO"], start.Environment["ASPNETCORE_URLS"]) = ("off", "http://127.0.0.1:0");
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetFullPath(Path.Combine("artifacts", "run"));
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOf(process), Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            (await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative))).Dispose();
            var idle = Peak(process);
            var started = Stopwatch.GetTimestamp();
            await act(client);
            return new Act(name, Stopwatch.GetElapsedTime(started).TotalSeconds, idle, Peak(process));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Uri> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[at..].Split(' ')[0].Trim());
            }
        }

        throw new InvalidOperationException("The product did not start.");
    }

    private static async Task Send(HttpClient client, string address, byte[] workbook)
    {
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var form = new MultipartFormDataContent { { file, "file", "large.xlsx" } };
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || JsonDocument.Parse(text).RootElement.GetProperty("faults").GetArrayLength() > 0)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {text[..Math.Min(text.Length, 500)]}");
        }
    }

    private static async Task Receive(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
    }

    // The kernel keeps the most that was ever resident: VmHWM.
    private static long Peak(Process process) => File.Exists($"/proc/{process.Id}/status")
        ? long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
        : process.PeakWorkingSet64 / (1024 * 1024);

    private static string Tell(IEnumerable<Act> acts)
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        var text = new StringBuilder().AppendLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {load}, .NET {Environment.Version}, release build, a process for each act"));
        text.AppendLine().AppendLine("| Act | Seconds | Idle | Peak of the process |").AppendLine("|---|---:|---:|---:|");
        foreach (var act in acts)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"| {act.Name} | {act.Seconds:0.0} | {act.IdleMegabytes} MB | {act.PeakMegabytes} MB |"));
        }

        return text.ToString();
    }
}
