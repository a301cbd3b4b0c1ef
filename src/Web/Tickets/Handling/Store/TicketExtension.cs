using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>More time that was asked for, and what another person decided.</summary>
internal sealed class TicketExtension : IEntityTypeConfiguration<TicketExtension>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public int Days { get; set; }

    /// <summary>From when they count where the time was over already; null counts from the due moment.</summary>
    public DateTimeOffset? CountsFrom { get; set; }

    public string Reason { get; set; } = string.Empty;

    /// <summary>When the result was due as it was asked for.</summary>
    public DateTimeOffset? DueBefore { get; set; }

    public Guid AskedBy { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Null together with a moment: the result came first.</summary>
    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool? Granted { get; set; }

    public string? Decision { get; set; }

    public int Rules { get; set; }

    public void Configure(EntityTypeBuilder<TicketExtension> builder) => builder.ToTable("extensions", "tickets");
}
