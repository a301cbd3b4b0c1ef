using System.Net;
using System.Threading.RateLimiting;

namespace Linli.Web.Platform.SignIn;

/// <summary>How many forms of ended sessions one address may leave here: ten in ten minutes, on each node. One more is not kept; its sender signs in and types again.</summary>
internal sealed class ParkingLimit : IDisposable
{
    public const int Most = 10;

    private readonly PartitionedRateLimiter<string> forms = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = TimeSpan.FromMinutes(10) }));

    public bool Allows(IPAddress? client)
    {
        using var lease = forms.AttemptAcquire(client?.ToString() ?? string.Empty);
        return lease.IsAcquired;
    }

    public void Dispose() => forms.Dispose();
}
