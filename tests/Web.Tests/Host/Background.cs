using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Host;

/// <summary>The background work of a node, run when a test says so.</summary>
internal sealed class Background(TestApp app)
{
    /// <summary>Sends what is due; returns how many messages were tried.</summary>
    public async Task<int> SendOutbox()
    {
        var sent = 0;
        while (await app.Services.GetRequiredService<OutboxWorker>().SendSome(CancellationToken.None) is { Tried: > 0 and var some })
        {
            sent += some;
        }

        return sent;
    }

    /// <summary>Runs the job now, due or not.</summary>
    public Task Run<TJob>()
        where TJob : class, IScheduledJob =>
        app.With<TJob, bool>(async job =>
        {
            await job.Run(app.Clock.Now, CancellationToken.None);
            return true;
        });

    /// <summary>Runs the job if it is due; true when it ran.</summary>
    public Task<bool> RunIfDue<TJob>()
        where TJob : class, IScheduledJob =>
        app.Services.GetRequiredService<JobRunner<TJob>>().RunIfDue(CancellationToken.None);
}
