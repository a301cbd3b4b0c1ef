using Linli.Domain.Registry.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>That a person has read a version of the privacy notice.</summary>
internal sealed class NoticeReading : IEntityTypeConfiguration<NoticeReading>
{
    public Guid PersonId { get; set; }

    public int Version { get; set; }

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<NoticeReading> builder) =>
        builder.ToTable("notice_readings", "registry").HasKey(r => new { r.PersonId, r.Version });
}

/// <summary>A word about a purpose that needs consent: given or withdrawn, for which version of its text. The last one holds.</summary>
internal sealed class Consent : IEntityTypeConfiguration<Consent>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public string Purpose { get; set; } = string.Empty;

    public int Version { get; set; }

    public bool Given { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>How it was said; all below is empty when the person said it here.</summary>
    public ConsentWay Way { get; set; }

    /// <summary>Who wrote it down for the person.</summary>
    public Guid? RecordedBy { get; set; }

    /// <summary>In which capacity, in Chinese as records are.</summary>
    public string? RecordedAs { get; set; }

    public DateOnly? SaidOn { get; set; }

    /// <summary>Who heard it besides the two.</summary>
    public string? Witness { get; set; }

    public void Configure(EntityTypeBuilder<Consent> builder) => builder.ToTable("consents", "registry");
}

/// <summary>What a person asks for about the own data, and what was decided.</summary>
internal sealed class RightsRequest : IEntityTypeConfiguration<RightsRequest>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>Where the person lived, owned or served when asking: whose clerk decides.</summary>
    public Guid PlaceId { get; set; }

    public RightsRequestKind Kind { get; set; }

    public CorrectionField? Field { get; set; }

    public DeletionScope? Scope { get; set; }

    /// <summary>What should stand there, encrypted.</summary>
    public byte[]? ProposedCipher { get; set; }

    public string? Explanation { get; set; }

    public RightsRequestState State { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>In which capacity it was decided, as shown.</summary>
    public string? DecidedAs { get; set; }

    public RefusalGround? Ground { get; set; }

    public string? Answer { get; set; }

    /// <summary>PostgreSQL's xmin: what the clerk saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<RightsRequest> builder)
    {
        builder.ToTable("rights_requests", "registry");
        builder.Property(r => r.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
