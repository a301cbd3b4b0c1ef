using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>双报到: that a Party member registered where he or she lives. One a person and compound, which is its natural key.</summary>
internal sealed class DoubleRegistration : IEntityTypeConfiguration<DoubleRegistration>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public Guid CompoundId { get; set; }

    /// <summary>Where the member works, as said.</summary>
    public string WorkUnit { get; set; } = string.Empty;

    /// <summary>The report of that organisation to the community, if it reported.</summary>
    public Guid? UnitReportId { get; set; }

    public string? Skills { get; set; }

    /// <summary>What the member offers to do.</summary>
    public string? Services { get; set; }

    public int? HoursAMonth { get; set; }

    public DateOnly RegisteredOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    public Guid RegisteredBy { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<DoubleRegistration> builder)
    {
        builder.ToTable("double_registrations", "grid");
        builder.Property(r => r.HoursAMonth).HasColumnName("hours_a_month");
        builder.HasOne<UnitReport>().WithMany().HasForeignKey(r => r.UnitReportId);
        builder.Property(r => r.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>双报到: that an organisation reported to the community.</summary>
internal sealed class UnitReport : IEntityTypeConfiguration<UnitReport>
{
    public Guid Id { get; set; }

    public Guid CommunityId { get; set; }

    public string Name { get; set; } = string.Empty;

    /// <summary>Whom to write to there.</summary>
    public string? Contact { get; set; }

    /// <summary>How many in-service members it reported; null where it gave no number.</summary>
    public int? Members { get; set; }

    public DateOnly ReportedOn { get; set; }

    public void Configure(EntityTypeBuilder<UnitReport> builder) => builder.ToTable("unit_reports", "grid");
}
