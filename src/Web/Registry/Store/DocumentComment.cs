using Linli.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>What an owner or resident says of a version that is out for comments, and the answer.</summary>
internal sealed class DocumentComment : IEntityTypeConfiguration<DocumentComment>
{
    public Guid Id { get; set; }

    public Guid VersionId { get; set; }

    /// <summary>The article; null for the whole.</summary>
    public int? Position { get; set; }

    public Guid PersonId { get; set; }

    public Guid? UnitId { get; set; }

    public CapacityKind SaidAs { get; set; }

    public string Text { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredAs { get; set; }

    /// <summary>The words are kept from the public; the answer says why.</summary>
    public bool Withheld { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<DocumentComment> builder)
    {
        builder.ToTable("document_comments", "registry");
        builder.Property(c => c.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(c => c.VersionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId);
    }
}
