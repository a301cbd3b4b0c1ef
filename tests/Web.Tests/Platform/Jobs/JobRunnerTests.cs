using Linli.Web.Platform.Jobs;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Jobs;

/// <summary>A scheduled job runs once each time, though several nodes look at the clock.</summary>
public class JobRunnerTests(LinliHostFixture host)
{
    [Fact]
    public async Task Runners_at_once_run_a_due_job_once()
    {
        CountedJob.Runs = 0;
        await using var app = await host.New(change: b => b.Services.AddScoped<CountedJob>().AddSingleton<JobRunner<CountedJob>>());
        var ran = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Background.RunIfDue<CountedJob>()));
        (ran.Count(r => r), CountedJob.Runs).ShouldBe((1, 1));

        (await app.Background.RunIfDue<CountedJob>()).ShouldBeFalse();
        app.Clock.Advance(CountedJob.Every);
        ran = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Background.RunIfDue<CountedJob>()));
        (ran.Count(r => r), CountedJob.Runs).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_job_that_fails_keeps_its_error_and_runs_again()
    {
        FailingJob.Fails = true;
        await using var app = await host.New(change: b => b.Services.AddScoped<FailingJob>().AddSingleton<JobRunner<FailingJob>>());
        (await app.Background.RunIfDue<FailingJob>()).ShouldBeTrue();
        (await app.Scalar<string>("select last_error from platform.jobs where name = $1", FailingJob.Name)).ShouldBe("broken");

        FailingJob.Fails = false;
        app.Clock.Advance(FailingJob.Every);
        (await app.Background.RunIfDue<FailingJob>()).ShouldBeTrue();
        (await app.Scalar<string>("select last_error from platform.jobs where name = $1", FailingJob.Name)).ShouldBeNull();
    }

    private sealed class CountedJob : IScheduledJob
    {
        private static int runs;

        public static string Name => "test-counted";

        public static TimeSpan Every => TimeSpan.FromMinutes(5);

        public static int Runs
        {
            get => runs;
            set => runs = value;
        }

        public Task Run(DateTimeOffset now, CancellationToken cancel)
        {
            Interlocked.Increment(ref runs);
            // Long enough for the others to come by.
            return Task.Delay(100, cancel);
        }
    }

    private sealed class FailingJob : IScheduledJob
    {
        public static string Name => "test-failing";

        public static TimeSpan Every => TimeSpan.FromMinutes(5);

        public static bool Fails { get; set; }

        public Task Run(DateTimeOffset now, CancellationToken cancel) => Fails ? throw new InvalidOperationException("broken") : Task.CompletedTask;
    }
}
