using Linli.Domain.Tickets.Mediation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Mediation.Store;

/// <summary>A meeting of the parties with their mediators, planned or held.</summary>
internal sealed class MediationSession : IEntityTypeConfiguration<MediationSession>
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateTimeOffset At { get; set; }

    public byte[] Place { get; set; } = [];

    public DateTimeOffset? HeldAt { get; set; }

    /// <summary>Ids of the parties who were there.</summary>
    public Guid[] Present { get; set; } = [];

    /// <summary>Confidential: the mediators of the case alone.</summary>
    public byte[]? Notes { get; set; }

    public void Configure(EntityTypeBuilder<MediationSession> builder)
    {
        builder.ToTable("mediation_sessions", "tickets");
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(s => s.CaseId);
    }
}

/// <summary>A promise of the agreement.</summary>
internal sealed class MediationCommitment : IEntityTypeConfiguration<MediationCommitment>
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public Guid PartyId { get; set; }

    public int Position { get; set; }

    public byte[] Text { get; set; } = [];

    public DateOnly DueOn { get; set; }

    public void Configure(EntityTypeBuilder<MediationCommitment> builder)
    {
        builder.ToTable("mediation_commitments", "tickets");
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasOne<MediationParty>().WithMany().HasForeignKey(c => c.PartyId);
    }
}

/// <summary>A follow-up visit (回访), planned or made.</summary>
internal sealed class MediationVisit : IEntityTypeConfiguration<MediationVisit>
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateOnly DueOn { get; set; }

    public DateTimeOffset? VisitedAt { get; set; }

    public SaidWay? Way { get; set; }

    public VisitResult? Result { get; set; }

    /// <summary>Confidential: the mediators of the case alone.</summary>
    public byte[]? Note { get; set; }

    /// <summary>Whether its mediators were told that it is due.</summary>
    public bool Reminded { get; set; }

    public void Configure(EntityTypeBuilder<MediationVisit> builder)
    {
        builder.ToTable("mediation_visits", "tickets");
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(v => v.CaseId);
    }
}

/// <summary>Who did what in a case.</summary>
internal sealed class MediationStep : IEntityTypeConfiguration<MediationStep>
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateTimeOffset At { get; set; }

    public MediationAct Act { get; set; }

    public MediationState State { get; set; }

    public Guid? PersonId { get; set; }

    public string ActedAs { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<MediationStep> builder)
    {
        builder.ToTable("mediation_steps", "tickets");
        builder.HasOne<MediationCase>().WithMany().HasForeignKey(s => s.CaseId);
    }
}
