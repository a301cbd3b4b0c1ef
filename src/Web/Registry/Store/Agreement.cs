using Linli.Domain.Registry.Alliances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>A co-building agreement (联建共建协议) of two Party organisations.</summary>
internal sealed class Agreement : IEntityTypeConfiguration<Agreement>
{
    public Guid Id { get; set; }

    public string Title { get; set; } = string.Empty;

    public Guid FirstPartyId { get; set; }

    public Guid SecondPartyId { get; set; }

    public DateOnly StartsOn { get; set; }

    /// <summary>Last day of the term.</summary>
    public DateOnly EndsOn { get; set; }

    public string? Purpose { get; set; }

    /// <summary>As the last act or the job left it; what holds today is asked of the domain.</summary>
    public AgreementState State { get; set; }

    public Guid? RenewsId { get; set; }

    public Guid? FirstSignedBy { get; set; }

    public DateTimeOffset? FirstSignedAt { get; set; }

    public string? FirstSignedAs { get; set; }

    public Guid? SecondSignedBy { get; set; }

    public DateTimeOffset? SecondSignedAt { get; set; }

    public string? SecondSignedAs { get; set; }

    /// <summary>The day it was terminated or given up.</summary>
    public DateOnly? ClosedOn { get; set; }

    public string? CloseReason { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements", "registry");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.FirstPartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.SecondPartyId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.RenewsId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.FirstSignedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.SecondSignedBy);
        builder.Property(a => a.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>What one side promises in an agreement; with the days on which the job told of it.</summary>
internal sealed class CommitmentMade : IEntityTypeConfiguration<CommitmentMade>
{
    public Guid Id { get; set; }

    public Guid AgreementId { get; set; }

    public int Position { get; set; }

    public AgreementSide Side { get; set; }

    public string Promise { get; set; } = string.Empty;

    /// <summary>By what one sees that it is kept.</summary>
    public string Measure { get; set; } = string.Empty;

    public DateOnly DueOn { get; set; }

    public DateOnly? RemindedOn { get; set; }

    public DateOnly? OverdueOn { get; set; }

    public DateOnly? ClimbedOn { get; set; }

    public void Configure(EntityTypeBuilder<CommitmentMade> builder)
    {
        builder.ToTable("commitments", "registry");
        builder.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId);
    }
}

/// <summary>Proof that a commitment was fulfilled, and what the other side said to it.</summary>
internal sealed class Fulfilment : IEntityTypeConfiguration<Fulfilment>
{
    public Guid Id { get; set; }

    public Guid CommitmentId { get; set; }

    public DateOnly DoneOn { get; set; }

    public string Report { get; set; } = string.Empty;

    public Guid ProvedBy { get; set; }

    public string ProvedAs { get; set; } = string.Empty;

    public DateTimeOffset ProvedAt { get; set; }

    /// <summary>Null while it waits.</summary>
    public bool? Accepted { get; set; }

    public Guid? CheckedBy { get; set; }

    public string? CheckedAs { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    public string? Note { get; set; }

    public void Configure(EntityTypeBuilder<Fulfilment> builder)
    {
        builder.ToTable("fulfilments", "registry");
        builder.HasOne<CommitmentMade>().WithMany().HasForeignKey(f => f.CommitmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.ProvedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.CheckedBy);
    }
}
