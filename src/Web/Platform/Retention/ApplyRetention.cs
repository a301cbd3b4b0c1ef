using Linli.Web.Platform.Jobs;

namespace Linli.Web.Platform.Retention;

/// <summary>Applies the retention rules every hour.</summary>
internal sealed class ApplyRetention(RetentionRunner runner) : IScheduledJob
{
    public static string Name => "apply-retention";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken cancel) => runner.Run(now, dryRun: false, cancel);
}
