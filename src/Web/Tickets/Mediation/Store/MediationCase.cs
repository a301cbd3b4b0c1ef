using Linli.Domain.Tickets.Mediation;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Mediation.Store;

/// <summary>A dispute before the people's mediation committee. Byte columns are sealed texts.</summary>
internal sealed class MediationCase : IEntityTypeConfiguration<MediationCase>
{
    public Guid Id { get; set; }

    public string Number { get; set; } = string.Empty;

    public Guid CompoundId { get; set; }

    public Guid? TicketId { get; set; }

    public Guid? ApplicantId { get; set; }

    public string Kind { get; set; } = string.Empty;

    public MediationState State { get; set; }

    public MediationResult? Result { get; set; }

    public DateTimeOffset AppliedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>Since when all parties consent.</summary>
    public DateTimeOffset? ConsentedAt { get; set; }

    /// <summary>When the agreement came into force.</summary>
    public DateTimeOffset? ConcludedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public AgreementForm? Form { get; set; }

    /// <summary>What the applicant says; mediators and the applicant alone.</summary>
    public byte[]? Statement { get; set; }

    /// <summary>With whom, in the applicant's words; mediators and the applicant alone.</summary>
    public byte[]? OtherSide { get; set; }

    /// <summary>The matter in dispute as all parties read it.</summary>
    public byte[]? Summary { get; set; }

    /// <summary>What was agreed beside the single promises.</summary>
    public byte[]? Terms { get; set; }

    public byte[]? ClosingReason { get; set; }

    public DateTimeOffset? DeidentifiedAt { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<MediationCase> builder)
    {
        builder.ToTable("mediation_cases", "tickets");
        builder.Property(c => c.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId);
    }
}
