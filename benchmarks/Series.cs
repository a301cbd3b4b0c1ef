namespace Linli.Bench;

/// <summary>One path of the product beside its bare limit.</summary>
internal sealed class Series(string name, Server bare, Server product, Func<byte[]> bareRequest, Func<byte[]> productRequest, int expected)
{
    public string Name => name;

    public List<Sample> Bare { get; } = [];

    public List<Sample> Product { get; } = [];

    /// <summary>Requests a second of the product in parts of the bare limit's: the median of the rounds.</summary>
    public double Ratio => Median(Bare.Zip(Product, (b, p) => PerSecond(p) / PerSecond(b)));

    public async Task Turn(TimeSpan length, bool keep)
    {
        var first = await Load.Run(bare, bareRequest, expected, length);
        var second = await Load.Run(product, productRequest, expected, length);
        if (keep)
        {
            Bare.Add(first);
            Product.Add(second);
        }
    }

    public static double PerSecond(Sample sample) => sample.Latencies.Length / sample.Elapsed.TotalSeconds;

    public static double ProcessorMicroseconds(List<Sample> samples) =>
        samples.Sum(s => s.Processor.TotalMicroseconds) / samples.Sum(s => s.Latencies.Length);

    public static double Percentile(List<Sample> samples, double part)
    {
        var all = samples.SelectMany(s => s.Latencies).Order().ToArray();
        return all[Math.Min(all.Length - 1, (int)(all.Length * part))];
    }

    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
