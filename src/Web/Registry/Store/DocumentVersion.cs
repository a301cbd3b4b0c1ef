using Linli.Domain.Registry.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>A version of a governing document of a compound.</summary>
internal sealed class DocumentVersion : IEntityTypeConfiguration<DocumentVersion>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public DocumentKind Kind { get; set; }

    /// <summary>Counts up from 1 in the compound and the kind.</summary>
    public int Number { get; set; }

    public DocumentState State { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public Guid? MadeBy { get; set; }

    public string MadeAs { get; set; } = string.Empty;

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Last day for comments.</summary>
    public DateOnly? CommentUntil { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public AdoptingBody? DecidedBy { get; set; }

    /// <summary>The matter as the decision paper names it.</summary>
    public string? Matter { get; set; }

    public long? AllArea { get; set; }

    public int? AllHeads { get; set; }

    public long? PartArea { get; set; }

    public int? PartHeads { get; set; }

    public long? ForArea { get; set; }

    public int? ForHeads { get; set; }

    /// <summary>Why it was decided without comments.</summary>
    public string? UncommentedReason { get; set; }

    /// <summary>Required clauses that it was adopted without.</summary>
    public string[] Missing { get; set; } = [];

    public string? MissingReason { get; set; }

    public string Rules { get; set; } = string.Empty;

    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Last day in force, or the day on which it was withdrawn.</summary>
    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_versions", "registry");
        builder.Property(v => v.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.HasOne<Compound>().WithMany().HasForeignKey(v => v.CompoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.MadeBy);
    }
}

/// <summary>A piece of a version's text.</summary>
internal sealed class DocumentPiece : IEntityTypeConfiguration<DocumentPiece>
{
    public Guid VersionId { get; set; }

    public int Position { get; set; }

    public BlockKind Kind { get; set; }

    public string Label { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public DocumentBlock ToBlock() => new(Kind, Label, Text);

    public void Configure(EntityTypeBuilder<DocumentPiece> builder)
    {
        builder.ToTable("document_blocks", "registry").HasKey(p => new { p.VersionId, p.Position });
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(p => p.VersionId);
    }
}

/// <summary>That an article fulfils a required clause.</summary>
internal sealed class DocumentMark : IEntityTypeConfiguration<DocumentMark>
{
    public Guid VersionId { get; set; }

    public RequiredClause Clause { get; set; }

    public int Position { get; set; }

    public void Configure(EntityTypeBuilder<DocumentMark> builder)
    {
        builder.ToTable("document_marks", "registry").HasKey(m => new { m.VersionId, m.Clause });
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(m => m.VersionId);
    }
}
