using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>A list (交接清单) of households that pass from one post to another.</summary>
internal sealed class HandOverList : IEntityTypeConfiguration<HandOverList>
{
    public Guid Id { get; set; }

    public LeaderRole Role { get; set; }

    public Guid PlaceId { get; set; }

    public Guid FromPost { get; set; }

    public Guid ToPost { get; set; }

    public string Reason { get; set; } = string.Empty;

    public HandOverState State { get; set; }

    public DateOnly BegunOn { get; set; }

    public DateOnly DueOn { get; set; }

    public Guid BegunBy { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<HandOverList> builder)
    {
        builder.ToTable("hand_overs", "grid");
        builder.HasOne<Leader>().WithMany().HasForeignKey(h => h.FromPost);
        builder.HasOne<Leader>().WithMany().HasForeignKey(h => h.ToPost);
        builder.Property(h => h.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>A household on the list; signed off by the successor.</summary>
internal sealed class HandOverItem : IEntityTypeConfiguration<HandOverItem>
{
    public Guid Id { get; set; }

    public Guid HandOverId { get; set; }

    public Guid ChargeId { get; set; }

    public Guid UnitId { get; set; }

    /// <summary>Still waits for the successor.</summary>
    public bool Waits { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public void Configure(EntityTypeBuilder<HandOverItem> builder)
    {
        builder.ToTable("hand_over_items", "grid");
        builder.HasOne<HandOverList>().WithMany().HasForeignKey(i => i.HandOverId);
        builder.HasOne<ChargeHeld>().WithMany().HasForeignKey(i => i.ChargeId);
    }
}
