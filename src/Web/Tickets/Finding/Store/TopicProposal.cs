using Linli.Domain.Tickets.Finding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Finding.Store;

/// <summary>A topic proposed for the joint meeting, and what became of it.</summary>
internal sealed class TopicProposal : IEntityTypeConfiguration<TopicProposal>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public DateOnly Week { get; set; }

    public TopicOrigin Origin { get; set; }

    /// <summary>Words with a slash between them, or a category's code.</summary>
    public string Label { get; set; } = string.Empty;

    public Guid? HotSpotId { get; set; }

    public int Reporters { get; set; }

    public int Said { get; set; }

    public int OutOf { get; set; }

    public int PastSaid { get; set; }

    public int PastOutOf { get; set; }

    public decimal Likelihood { get; set; }

    public string Rules { get; set; } = string.Empty;

    public DateTimeOffset FoundAt { get; set; }

    /// <summary>Null: the platform.</summary>
    public Guid? ProposedBy { get; set; }

    /// <summary>Who owes an answer; null where nobody holds a post that could give one.</summary>
    public Guid? AnswerableId { get; set; }

    public Guid? AnswerableFor { get; set; }

    public TopicState State { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? DecidedAs { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Reason { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<TopicProposal> builder)
    {
        builder.ToTable("topics", "tickets");
        builder.Property(t => t.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}
