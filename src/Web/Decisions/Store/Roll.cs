using Linli.Domain.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Decisions.Store;

/// <summary>A voter on the roll of a vote.</summary>
internal sealed class VoterRow : IEntityTypeConfiguration<VoterRow>
{
    public Guid VoteId { get; set; }

    public int Index { get; set; }

    public string Key { get; set; } = string.Empty;

    public string Building { get; set; } = string.Empty;

    public long Area { get; set; }

    public byte[]? Blind { get; set; }

    public byte[]? Commitment { get; set; }

    /// <summary>Place in the public ledger, in the order of the commitments.</summary>
    public int? Entry { get; set; }

    public void Configure(EntityTypeBuilder<VoterRow> builder)
    {
        builder.ToTable("voters", "decisions").HasKey(v => new { v.VoteId, v.Index });
        builder.HasOne<Vote>().WithMany().HasForeignKey(v => v.VoteId);
    }
}

/// <summary>A unit as it was when the roll was drawn.</summary>
internal sealed class RollUnitRow : IEntityTypeConfiguration<RollUnitRow>
{
    public Guid VoteId { get; set; }

    public string Code { get; set; } = string.Empty;

    public Guid? UnitId { get; set; }

    public string Label { get; set; } = string.Empty;

    public string Building { get; set; } = string.Empty;

    public UnitUse Use { get; set; }

    public SaleState State { get; set; }

    public long? Area { get; set; }

    public AreaBasis? Basis { get; set; }

    /// <summary>Its voter; null when it gives no vote.</summary>
    public int? Voter { get; set; }

    public string[] Parts { get; set; } = [];

    public string? Speaker { get; set; }

    public void Configure(EntityTypeBuilder<RollUnitRow> builder)
    {
        builder.ToTable("roll_units", "decisions").HasKey(u => new { u.VoteId, u.Code });
        builder.HasOne<Vote>().WithMany().HasForeignKey(u => u.VoteId);
        builder.HasOne<VoterRow>().WithMany().HasForeignKey(u => new { u.VoteId, u.Voter }).IsRequired(false);
    }
}

public enum DeliveryMethod
{
    /// <summary>The owner signed for it.</summary>
    SignedFor,

    /// <summary>By post with a receipt.</summary>
    Posted,

    /// <summary>Read on the platform by the owner.</summary>
    ReadOnline,

    /// <summary>Left with two witnesses, and posted up in the compound.</summary>
    Witnessed,
}

/// <summary>That the ballot reached a unit.</summary>
internal sealed class DeliveryRow : IEntityTypeConfiguration<DeliveryRow>
{
    public Guid VoteId { get; set; }

    public string Code { get; set; } = string.Empty;

    public DeliveryMethod Method { get; set; }

    public DateOnly DeliveredOn { get; set; }

    public string Proof { get; set; } = string.Empty;

    public string RecordedAs { get; set; } = string.Empty;

    public DateTimeOffset RecordedAt { get; set; }

    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("deliveries", "decisions").HasKey(d => new { d.VoteId, d.Code });
        builder.HasOne<RollUnitRow>().WithMany().HasForeignKey(d => new { d.VoteId, d.Code });
    }
}
