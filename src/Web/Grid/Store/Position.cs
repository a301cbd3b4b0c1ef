using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>A position (岗位) that a community or a compound's branch offers to those who registered.</summary>
internal sealed class Position : IEntityTypeConfiguration<Position>
{
    public Guid Id { get; set; }

    /// <summary>The community or the compound.</summary>
    public Guid PlaceId { get; set; }

    /// <summary>Who keeps it.</summary>
    public Guid OrganisationId { get; set; }

    public string Title { get; set; } = string.Empty;

    public string PlaceText { get; set; } = string.Empty;

    public string? Skills { get; set; }

    /// <summary>How many people it holds at once.</summary>
    public int Capacity { get; set; }

    public DateOnly OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>PostgreSQL's xmin: a claim moves it, so that two claims of the last place do not both hold.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions", "grid");
        builder.Property(p => p.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>That a registered member took a position (认领).</summary>
internal sealed class PositionClaim : IEntityTypeConfiguration<PositionClaim>
{
    public Guid Id { get; set; }

    public Guid PositionId { get; set; }

    public Guid RegistrationId { get; set; }

    public DateOnly ClaimedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    public void Configure(EntityTypeBuilder<PositionClaim> builder)
    {
        builder.ToTable("claims", "grid");
        builder.HasOne<Position>().WithMany().HasForeignKey(c => c.PositionId);
        builder.HasOne<DoubleRegistration>().WithMany().HasForeignKey(c => c.RegistrationId);
    }
}
