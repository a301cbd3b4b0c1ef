using Linli.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Store;

/// <summary>One step of a ticket, visible to all concerned.</summary>
internal sealed class TimelineEntry : IEntityTypeConfiguration<TimelineEntry>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public DateTimeOffset At { get; set; }

    public TicketAct Act { get; set; }

    /// <summary>The state that the act led to.</summary>
    public TicketState State { get; set; }

    public Guid? PersonId { get; set; }

    /// <summary>Name as it stood then, for staff; a reporter is shown by household only.</summary>
    public string? PersonName { get; set; }

    public string ActedAs { get; set; } = string.Empty;

    public string? Note { get; set; }

    /// <summary>What the reporter answered at this step; null is no answer.</summary>
    public bool? Solved { get; set; }

    public Satisfaction? Satisfaction { get; set; }

    public void Configure(EntityTypeBuilder<TimelineEntry> builder) => builder.ToTable("timeline", "tickets");
}

/// <summary>A photo of a step.</summary>
internal sealed class TimelinePhoto : IEntityTypeConfiguration<TimelinePhoto>
{
    public Guid TimelineId { get; set; }

    public Guid AttachmentId { get; set; }

    public int Position { get; set; }

    public void Configure(EntityTypeBuilder<TimelinePhoto> builder) =>
        builder.ToTable("timeline_photos", "tickets").HasKey(p => new { p.TimelineId, p.Position });
}
