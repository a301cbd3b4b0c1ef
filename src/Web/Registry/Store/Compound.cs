using Linli.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>What a compound is beyond being a place.</summary>
internal sealed class Compound : IEntityTypeConfiguration<Compound>
{
    public Guid PlaceId { get; set; }

    public CompoundType Type { get; set; }

    /// <summary>The letters that begin its ticket numbers, for example KQ.</summary>
    public string Initials { get; set; } = string.Empty;

    /// <summary>Households as reported; null when no figure is known.</summary>
    public int? Households { get; set; }

    /// <summary>Residents as reported; null when no figure is known.</summary>
    public int? Residents { get; set; }

    public DateOnly? DeliveredOn { get; set; }

    public string? ServicePhone { get; set; }

    /// <summary>Where the reported figures come from.</summary>
    public string? FiguresFrom { get; set; }

    public Place Place { get; set; } = null!;

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Compound> builder)
    {
        builder.ToTable("compounds", "registry").HasKey(c => c.PlaceId);
        builder.Property(c => c.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.HasOne(c => c.Place).WithOne().HasForeignKey<Compound>(c => c.PlaceId);
    }
}

/// <summary>A figure that a source reports of a place.</summary>
internal sealed class PlaceFigure : IEntityTypeConfiguration<PlaceFigure>
{
    public Guid PlaceId { get; set; }

    public string Indicator { get; set; } = string.Empty;

    public DateOnly AsOf { get; set; }

    public long Value { get; set; }

    public string Source { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<PlaceFigure> builder) =>
        builder.ToTable("place_figures", "registry").HasKey(f => new { f.PlaceId, f.Indicator, f.AsOf });
}

/// <summary>Which organisation serves a compound, from when to when.</summary>
internal sealed class Service : IEntityTypeConfiguration<Service>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public Guid OrganisationId { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    /// <summary>Number of the service contract.</summary>
    public string? Number { get; set; }

    /// <summary>What it costs, in 0.01 yuan per m² and month.</summary>
    public long? Fee { get; set; }

    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("services", "registry");
        builder.HasOne<Compound>().WithMany().HasForeignKey(s => s.CompoundId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);
    }
}
