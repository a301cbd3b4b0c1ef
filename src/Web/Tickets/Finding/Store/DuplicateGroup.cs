using Linli.Domain.Tickets.Finding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Finding.Store;

/// <summary>Tickets that may be one matter, behind a leading one.</summary>
internal sealed class DuplicateGroup : IEntityTypeConfiguration<DuplicateGroup>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public Guid LeadId { get; set; }

    public GroupState State { get; set; }

    public string Rules { get; set; } = string.Empty;

    public DateTimeOffset FoundAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? DecidedAs { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Reason { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<DuplicateGroup> builder)
    {
        builder.ToTable("duplicate_groups", "tickets");
        builder.Property(g => g.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>A ticket of a group beside the leading one, with its likeness to that.</summary>
internal sealed class DuplicateMember : IEntityTypeConfiguration<DuplicateMember>
{
    public Guid GroupId { get; set; }

    public Guid TicketId { get; set; }

    public MemberState State { get; set; }

    public int Points { get; set; }

    /// <summary>Of a thousand, how much of the texts is common.</summary>
    public int Shared { get; set; }

    public bool IsNear { get; set; }

    public bool IsSameBuilding { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public void Configure(EntityTypeBuilder<DuplicateMember> builder) => builder.ToTable("duplicate_members", "tickets").HasKey(m => new { m.GroupId, m.TicketId });
}
