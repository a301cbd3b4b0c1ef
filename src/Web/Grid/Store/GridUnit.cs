using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>A grid (网格) of one of the four kinds.</summary>
internal sealed class GridUnit : IEntityTypeConfiguration<GridUnit>
{
    public Guid Id { get; set; }

    public GridKind Kind { get; set; }

    public string Name { get; set; } = string.Empty;

    public Guid? ParentId { get; set; }

    /// <summary>The community or compound in which it lies.</summary>
    public Guid PlaceId { get; set; }

    public DateOnly OpenedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<GridUnit> builder)
    {
        builder.ToTable("grids", "grid");
        builder.HasOne<GridUnit>().WithMany().HasForeignKey(g => g.ParentId);
        builder.Property(g => g.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>A building, an entrance or a single unit that belongs to a grid.</summary>
internal sealed class GridPart : IEntityTypeConfiguration<GridPart>
{
    public Guid Id { get; set; }

    public Guid GridId { get; set; }

    public Guid? PlaceId { get; set; }

    public Guid? UnitId { get; set; }

    public void Configure(EntityTypeBuilder<GridPart> builder)
    {
        builder.ToTable("grid_parts", "grid");
        builder.HasOne<GridUnit>().WithMany().HasForeignKey(p => p.GridId);
    }
}
