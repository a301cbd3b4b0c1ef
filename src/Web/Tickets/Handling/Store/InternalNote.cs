using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>A note among those who work on a ticket. Not a line of the timeline: what shows timelines cannot show it.</summary>
internal sealed class InternalNote : IEntityTypeConfiguration<InternalNote>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid PersonId { get; set; }

    public string? PersonName { get; set; }

    public string ActedAs { get; set; } = string.Empty;

    public string Note { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<InternalNote> builder) => builder.ToTable("internal_notes", "tickets");
}
