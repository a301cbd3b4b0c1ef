using Linli.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>A node of the tree from province to entrance.</summary>
internal sealed class Place : IEntityTypeConfiguration<Place>
{
    public Guid Id { get; set; }

    public Guid? ParentId { get; set; }

    public PlaceKind Kind { get; set; }

    public string Code { get; set; } = string.Empty;

    public string Path { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public string OfficialName { get; set; } = string.Empty;

    /// <summary>Pinyin initials of the name, for searching.</summary>
    public string Initials { get; set; } = string.Empty;

    public string Source { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places", "registry");
        // Told so that a place is inserted after its parent; so are the keys of the other tables.
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.ParentId);
    }
}
