using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Retention;

/// <summary>What a rule did to one table at one time; only runs that found something are written down.</summary>
internal sealed class RetentionRun : IEntityTypeConfiguration<RetentionRun>
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public string Rule { get; set; } = string.Empty;

    public int Version { get; set; }

    public string Subject { get; set; } = string.Empty;

    /// <summary>What was older than this was over its time.</summary>
    public DateTimeOffset Before { get; set; }

    public long Affected { get; set; }

    public void Configure(EntityTypeBuilder<RetentionRun> builder) => builder.ToTable("retention_runs", "platform");
}
