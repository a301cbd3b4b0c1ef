using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Intake.Store;

/// <summary>一起跟进: a neighbour has the same matter and hears how it goes.</summary>
internal sealed class TicketFollow : IEntityTypeConfiguration<TicketFollow>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public Guid PersonId { get; set; }

    public DateTimeOffset Since { get; set; }

    public void Configure(EntityTypeBuilder<TicketFollow> builder) => builder.ToTable("follows", "tickets");
}
