using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

public enum UnitKind
{
    Dwelling,
    Shop,
    Parking,
    Storage,
}

public enum Delivery
{
    Delivered,
    SoldNotDelivered,
    Unsold,
}

/// <summary>An exclusive part (专有部分). Areas are whole 0.01 m²; registered goes before surveyed before contract (domain.md §1.2).</summary>
internal sealed class Unit : IEntityTypeConfiguration<Unit>
{
    public Guid Id { get; set; }

    /// <summary>The entrance or, where a building has none, the building.</summary>
    public Guid PlaceId { get; set; }

    public Guid CompoundId { get; set; }

    public string Code { get; set; } = string.Empty;

    public string Number { get; set; } = string.Empty;

    public UnitKind Kind { get; set; }

    /// <summary>As people say it: 3栋2单元1204.</summary>
    public string Label { get; set; } = string.Empty;

    public int? Floor { get; set; }

    public long? RegisteredArea { get; set; }

    public long? SurveyedArea { get; set; }

    public long? ContractArea { get; set; }

    public Delivery Delivery { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    /// <summary>The area that counts: registered before surveyed before contract; null when none is known.</summary>
    public long? CountedArea => RegisteredArea ?? SurveyedArea ?? ContractArea;

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units", "registry").Ignore(u => u.CountedArea);
        builder.HasOne<Place>().WithMany().HasForeignKey(u => u.PlaceId);
        builder.Property(u => u.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>A person's or an organisation's share of a unit.</summary>
internal sealed class Ownership : IEntityTypeConfiguration<Ownership>
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Guid? PersonId { get; set; }

    public Guid? OrganisationId { get; set; }

    public int ShareNumerator { get; set; } = 1;

    public int ShareDenominator { get; set; } = 1;

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    public void Configure(EntityTypeBuilder<Ownership> builder)
    {
        builder.ToTable("ownerships", "registry");
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId);
    }
}

public enum Relation
{
    Owner,
    Family,
    Tenant,
}

/// <summary>Who lives in a unit.</summary>
internal sealed class Residency : IEntityTypeConfiguration<Residency>
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public Guid PersonId { get; set; }

    public Relation Relation { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    public void Configure(EntityTypeBuilder<Residency> builder)
    {
        builder.ToTable("residencies", "registry");
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}
