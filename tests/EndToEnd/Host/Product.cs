using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Linli.EndToEnd.Host;

/// <summary>The product as an operator starts it: a process of its own, with its database and its data folder.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(string database, string folder, bool demo)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(Repository.BuiltWeb, "Linli.Web.dll"));
        start.ArgumentList.Add("serve");
        start.Environment["LINLI_DATABASE"] = database;
        start.Environment["LINLI_DATA"] = folder;
        // Every test of this suite comes from one address.
        start.Environment["LINLI_SIGN_INS_A_MINUTE"] = "10000";
        start.Environment["LINLI_DEMO"] = demo ? "on" : "off";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
    }

    public Uri Address => ready.Task.Result;

    /// <summary>What the process wrote, for a failing test.</summary>
    public string Output
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines.TakeLast(60));
            }
        }
    }

    public static async Task<Product> Start(string database, string folder, bool demo)
    {
        var product = new Product(database, folder, demo);
        product.process.Start();
        product.process.BeginOutputReadLine();
        product.process.BeginErrorReadLine();
        var exit = product.process.WaitForExitAsync();
        if (await Task.WhenAny(product.ready.Task, exit, Task.Delay(TimeSpan.FromMinutes(2))) != product.ready.Task)
        {
            await product.Kill();
            throw new InvalidOperationException($"The product did not come up:\n{product.Output}");
        }

        return product;
    }

    /// <summary>kill -9: no farewell, nothing flushed.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
        }

        if (Served().Match(line) is { Success: true } match)
        {
            ready.TrySetResult(new Uri(match.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Served();
}
