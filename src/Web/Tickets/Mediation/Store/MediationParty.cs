using Linli.Domain.Tickets.Mediation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Mediation.Store;

/// <summary>A party of a case.</summary>
internal sealed class MediationParty : IEntityTypeConfiguration<MediationParty>
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public int Position { get; set; }

    public PartySide Side { get; set; }

    /// <summary>Who sees the own side on the platform; null for whoever is not registered.</summary>
    public Guid? PersonId { get; set; }

    public byte[] Name { get; set; } = [];

    public byte[]? Phone { get; set; }

    public ConsentState Consent { get; set; }

    public SaidWay? ConsentWay { get; set; }

    public DateTimeOffset? ConsentAt { get; set; }

    public SaidWay? SignedWay { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public void Configure(EntityTypeBuilder<MediationParty> builder)
    {
        builder.ToTable("mediation_parties", "tickets");
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(p => p.CaseId);
    }
}

/// <summary>A mediator of a case, or one who stood aside.</summary>
internal sealed class CaseMediator : IEntityTypeConfiguration<CaseMediator>
{
    public Guid CaseId { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>In which post, as shown.</summary>
    public string ActedAs { get; set; } = string.Empty;

    public DateTimeOffset Since { get; set; }

    public DateTimeOffset? Until { get; set; }

    /// <summary>Why the mediator stood aside.</summary>
    public byte[]? Reason { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public void Configure(EntityTypeBuilder<CaseMediator> builder)
    {
        builder.ToTable("mediation_mediators", "tickets");
        builder.HasKey(m => new { m.CaseId, m.PersonId });
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(m => m.CaseId);
    }
}
