using Linli.Domain.Tickets.Handling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>退单: a ticket given back with a ground, and how somebody else decided. An accepted one for wrong dispatch is data of the rates.</summary>
internal sealed class TicketReturn : IEntityTypeConfiguration<TicketReturn>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public ReturnGround Ground { get; set; }

    public string Reason { get; set; } = string.Empty;

    /// <summary>The unit gave it back, not its worker: then another unit decides.</summary>
    public bool ByUnit { get; set; }

    public Guid AskedBy { get; set; }

    public Guid? AskedFor { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset DecideDueAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public Guid? DecidedFor { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool? Accepted { get; set; }

    public string? Decision { get; set; }

    public int Rules { get; set; }

    public void Configure(EntityTypeBuilder<TicketReturn> builder) => builder.ToTable("returns", "tickets");
}
