using Linli.Domain.Tickets.Handling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>Time in which a ticket waits for its resident or for material.</summary>
internal sealed class TicketPause : IEntityTypeConfiguration<TicketPause>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public PauseReason WaitsFor { get; set; }

    public string Reason { get; set; } = string.Empty;

    public DateTimeOffset FromAt { get; set; }

    /// <summary>When work goes on at the latest.</summary>
    public DateTimeOffset UntilAt { get; set; }

    /// <summary>When work went on; null while it runs.</summary>
    public DateTimeOffset? ToAt { get; set; }

    public Guid PausedBy { get; set; }

    /// <summary>Version of the rules of handling.</summary>
    public int Rules { get; set; }

    public void Configure(EntityTypeBuilder<TicketPause> builder) => builder.ToTable("pauses", "tickets");
}
