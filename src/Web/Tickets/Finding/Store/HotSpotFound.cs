using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Finding.Store;

/// <summary>A hot spot with the numbers behind it.</summary>
internal sealed class HotSpotFound : IEntityTypeConfiguration<HotSpotFound>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    /// <summary>Monday of the week.</summary>
    public DateOnly Week { get; set; }

    /// <summary>Null is the whole compound.</summary>
    public Guid? BuildingId { get; set; }

    /// <summary>First-level category; null is all.</summary>
    public string? Category { get; set; }

    public int Reporters { get; set; }

    public int PastReporters { get; set; }

    public int PastWeeks { get; set; }

    /// <summary>Spread of the past as a negative binomial; null is Poisson.</summary>
    public decimal? Size { get; set; }

    public decimal Chance { get; set; }

    public decimal Corrected { get; set; }

    public int Compared { get; set; }

    public string Rules { get; set; } = string.Empty;

    public DateTimeOffset FoundAt { get; set; }

    public void Configure(EntityTypeBuilder<HotSpotFound> builder) => builder.ToTable("hot_spots", "tickets");
}

/// <summary>A week that was looked at.</summary>
internal sealed class FindingRun : IEntityTypeConfiguration<FindingRun>
{
    public DateOnly Week { get; set; }

    public DateTimeOffset At { get; set; }

    public string Rules { get; set; } = string.Empty;

    public int Compounds { get; set; }

    public int Compared { get; set; }

    public int Found { get; set; }

    public void Configure(EntityTypeBuilder<FindingRun> builder) => builder.ToTable("finding_runs", "tickets").HasKey(run => run.Week);
}

/// <summary>What was compared in a compound's week.</summary>
internal sealed class FindingWeekRow : IEntityTypeConfiguration<FindingWeekRow>
{
    public Guid CompoundId { get; set; }

    public DateOnly Week { get; set; }

    public int PastWeeks { get; set; }

    public int Reporters { get; set; }

    public int Compared { get; set; }

    public void Configure(EntityTypeBuilder<FindingWeekRow> builder) => builder.ToTable("finding_weeks", "tickets").HasKey(row => new { row.CompoundId, row.Week });
}
