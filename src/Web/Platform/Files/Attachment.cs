using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Platform.Files;

/// <summary>An uploaded file. Until a change takes it up it belongs to its uploader alone, and is purged after a day.</summary>
internal sealed class Attachment : IEntityTypeConfiguration<Attachment>
{
    public Guid Id { get; set; }

    public byte[] Sha256 { get; set; } = [];

    public FileKind Kind { get; set; }

    public int Size { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public string ShownName { get; set; } = string.Empty;

    public Guid UploadedBy { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public string? SubjectKind { get; set; }

    public Guid? SubjectId { get; set; }

    public void Configure(EntityTypeBuilder<Attachment> builder) => builder.ToTable("attachments", "platform");
}
