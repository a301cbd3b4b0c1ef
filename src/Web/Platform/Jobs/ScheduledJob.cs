namespace Linli.Web.Platform.Jobs;

/// <summary>Work that recurs. When several web nodes run, each run happens on one of them.</summary>
internal interface IScheduledJob
{
    static abstract string Name { get; }

    static abstract TimeSpan Every { get; }

    Task Run(DateTimeOffset now, CancellationToken cancel);
}
