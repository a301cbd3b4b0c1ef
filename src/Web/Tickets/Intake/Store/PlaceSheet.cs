using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Intake.Store;

/// <summary>An edition of a building's sheet.</summary>
internal sealed class PlaceSheet : IEntityTypeConfiguration<PlaceSheet>
{
    public Guid Id { get; set; }

    public Guid PlaceId { get; set; }

    /// <summary>Counts up from 1 at each place.</summary>
    public int Version { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public Guid IssuedBy { get; set; }

    public DateTimeOffset? VoidedAt { get; set; }

    public Guid? VoidedBy { get; set; }

    public void Configure(EntityTypeBuilder<PlaceSheet> builder) => builder.ToTable("place_sheets", "tickets");
}
