using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Host;

/// <summary>axe-core: what it finds on a page. Fetched once by npm from its lock file (eng/axe); nothing of it is in the product.</summary>
internal static class Axe
{
    private static readonly Lazy<Task<string>> Script = new(Fetch);

    public static async Task<List<string>> Finds(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = await Script.Value });
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 160)) }))");
        return [.. found.EnumerateArray().Select(v =>
            $"{v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()}\n    {string.Join("\n    ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetString()))}")];
    }

    private static async Task<string> Fetch()
    {
        var folder = Path.Combine(Repository.Root, "eng", "axe");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            await npm.WaitForExitAsync();
        }

        return File.Exists(script) ? script : throw new InvalidOperationException("axe-core is not there: run npm ci in eng/axe.");
    }
}
