using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Linli.Bench;

internal static class Report
{
    public const double Goal = 0.5;

    public static string Write(Series[] all, int seconds, int rounds)
    {
        var text = new StringBuilder();
        text.AppendLine("# Speed beside the bare limit").AppendLine();
        text.AppendLine(Line($"Measured by `./bench` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Environment.ProcessorCount} × {Processor()}, {Memory()}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}."));
        text.AppendLine(Line($"{Load.Connections} connections, {rounds} rounds of {seconds} s each, product and bare limit in turns, after warming up. Ratios count; absolute figures depend on the machine and its load."));
        text.AppendLine();
        text.AppendLine("| | requests/s | median ms | p99 ms | server µs/request | of the bare limit | goal |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var series in all)
        {
            Row(text, $"{series.Name}, bare", series.Bare, null);
            Row(text, $"{series.Name}, product", series.Product, series.Ratio);
        }

        text.AppendLine();
        text.AppendLine("Bare: minimal API, raw Npgsql; the list's query into a string builder; the report as one insert and commit, with neither sign-in nor scope,");
        text.AppendLine("layout, timeline, notifications or audit. Product: the page `/work?tab=Open` of a signed-in dispatcher; `POST /api/v1/tickets` with all of these.");
        text.AppendLine("At a million tickets: 20,000 in the dispatcher's compound, the others over all compounds, 37,000 of them open; `tab=All`, the same with two Chinese characters, and `tab=Me`;");
        text.AppendLine("bare is the statement of each alone, that of `tab=Me` being the product's own without its rule, its order, its counts and its filters.");
        text.AppendLine("\"Of the bare limit\" is the median over the rounds of requests/s ÷ requests/s; \"server\" is the processor time of the web process alone.");
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, List<Sample> samples, double? ratio) => text.AppendLine(Line(
        $"| {name} | {Series.Median(samples.Select(Series.PerSecond)):N0} | {Series.Percentile(samples, 0.5):0.00} | {Series.Percentile(samples, 0.99):0.00} | {Series.ProcessorMicroseconds(samples):N0} | {(ratio is { } r ? Line($"{r:P0}") : string.Empty)} | {(ratio is { } g ? Line($"≥ {Goal:P0} {(g >= Goal ? "✓" : "✗")}") : string.Empty)} |"));

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "processor"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() => Line($"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
