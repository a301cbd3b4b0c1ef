using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>Time that a registered member served; counts once another person has confirmed it.</summary>
internal sealed class ServiceRecord : IEntityTypeConfiguration<ServiceRecord>
{
    public Guid Id { get; set; }

    public Guid RegistrationId { get; set; }

    public Guid PersonId { get; set; }

    public Guid? PositionId { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    public int Minutes { get; set; }

    public string What { get; set; } = string.Empty;

    public ServiceState State { get; set; }

    public Guid RecordedBy { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>The record that this one puts right.</summary>
    public Guid? Corrects { get; set; }

    public string? CorrectionReason { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<ServiceRecord> builder)
    {
        builder.ToTable("service_records", "grid");
        builder.HasOne<DoubleRegistration>().WithMany().HasForeignKey(r => r.RegistrationId);
        builder.HasOne<ServiceRecord>().WithMany().HasForeignKey(r => r.Corrects);
        builder.Property(r => r.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>What a member's unit was told (反馈函), as it stood then.</summary>
internal sealed class FeedbackLetter : IEntityTypeConfiguration<FeedbackLetter>
{
    public Guid Id { get; set; }

    public Guid RegistrationId { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly ToDay { get; set; }

    public int Services { get; set; }

    public int Minutes { get; set; }

    public string? Words { get; set; }

    /// <summary>In what capacity it was issued, in Chinese as records are.</summary>
    public string IssuedAs { get; set; } = string.Empty;

    public Guid IssuedBy { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public void Configure(EntityTypeBuilder<FeedbackLetter> builder)
    {
        builder.ToTable("feedback_letters", "grid");
        builder.HasOne<DoubleRegistration>().WithMany().HasForeignKey(l => l.RegistrationId);
    }
}
