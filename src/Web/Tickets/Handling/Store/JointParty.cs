using Linli.Domain.Tickets.Handling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>An organisation that was asked for its part in a ticket; the lead unit stays responsible.</summary>
internal sealed class JointParty : IEntityTypeConfiguration<JointParty>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public Guid OrganisationId { get; set; }

    public JointWay Way { get; set; }

    public string Task { get; set; } = string.Empty;

    public DateOnly DueOn { get; set; }

    public Guid InvitedBy { get; set; }

    public DateTimeOffset InvitedAt { get; set; }

    public Guid? ReportedBy { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    public string? Report { get; set; }

    public int Rules { get; set; }

    public void Configure(EntityTypeBuilder<JointParty> builder) => builder.ToTable("joint_parties", "tickets");
}
