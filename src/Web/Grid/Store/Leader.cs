using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>What a post of captain or grid leader is beyond being a post.</summary>
internal sealed class Leader : IEntityTypeConfiguration<Leader>
{
    public Guid PostId { get; set; }

    public LeaderRole Role { get; set; }

    /// <summary>The compound whose households are looked after.</summary>
    public Guid PlaceId { get; set; }

    public Guid? GridId { get; set; }

    /// <summary>Whose deputy; a deputy sees the same households and has none of his or her own.</summary>
    public Guid? DeputyOf { get; set; }

    /// <summary>The number that the households are told, if the holder agreed.</summary>
    public string? ContactPhone { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Leader> builder)
    {
        builder.ToTable("leaders", "grid").HasKey(l => l.PostId);
        builder.HasOne<Leader>().WithMany().HasForeignKey(l => l.DeputyOf);
        builder.HasOne<GridUnit>().WithMany().HasForeignKey(l => l.GridId);
        builder.Property(l => l.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>That a post looks after a household: since included, until not.</summary>
internal sealed class ChargeHeld : IEntityTypeConfiguration<ChargeHeld>
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Guid PostId { get; set; }

    public LeaderRole Role { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public Charge Rule => new(UnitId, PostId, Since, Until);

    public void Configure(EntityTypeBuilder<ChargeHeld> builder)
    {
        builder.ToTable("charges", "grid").Ignore(c => c.Rule);
        builder.HasOne<Leader>().WithMany().HasForeignKey(c => c.PostId);
        builder.Property(c => c.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>That the end of a post left households without anybody, and was told.</summary>
internal sealed class GapAlert : IEntityTypeConfiguration<GapAlert>
{
    public Guid PostId { get; set; }

    public int Households { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public void Configure(EntityTypeBuilder<GapAlert> builder) => builder.ToTable("gap_alerts", "grid").HasKey(a => a.PostId);
}
