using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Store;

/// <summary>A matter that somebody reported, as it stands now; how it came there is its timeline.</summary>
internal sealed class Ticket : IEntityTypeConfiguration<Ticket>
{
    public Guid Id { get; set; }

    public string Number { get; set; } = string.Empty;

    public Guid CompoundId { get; set; }

    public Guid? PlaceId { get; set; }

    public Guid? UnitId { get; set; }

    public string PlaceText { get; set; } = string.Empty;

    public TicketKind Kind { get; set; }

    public string Category { get; set; } = string.Empty;

    public Urgency Urgency { get; set; }

    public string Description { get; set; } = string.Empty;

    public ContactWish ContactBy { get; set; }

    public TicketState State { get; set; }

    /// <summary>Id and version of the service-level profile under which the deadlines were set.</summary>
    public string ServiceLevel { get; set; } = string.Empty;

    /// <summary>Tighter limits of the place as they stood when the deadlines were set; see TicketLimits.</summary>
    public string? LocalLimits { get; set; }

    public Guid ReporterId { get; set; }

    /// <summary>In what capacity it was reported, as shown: 3栋2单元1204 · 业主.</summary>
    public string ReportedAs { get; set; } = string.Empty;

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset ContactDueAt { get; set; }

    /// <summary>When the result is due; null while a running pause holds the clock.</summary>
    public DateTimeOffset? ResolveDueAt { get; set; }

    /// <summary>How often more time was granted.</summary>
    public int TimesExtended { get; set; }

    /// <summary>首接: the unit that leads, and stays responsible when others help.</summary>
    public Guid? LeadOrganisationId { get; set; }

    /// <summary>The first-asked person (首问), who stays answerable.</summary>
    public Guid? AcceptedBy { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public Guid? AssignedTo { get; set; }

    public DateTimeOffset? AssignedAt { get; set; }

    public DateTimeOffset? ContactedAt { get; set; }

    public DateTimeOffset? RepliedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public bool? Solved { get; set; }

    public Satisfaction? Satisfaction { get; set; }

    public int TimesReopened { get; set; }

    /// <summary>Out of which rates a granted exclusion takes it; null is out of none.</summary>
    public ExclusionScope? Excluded { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets", "tickets");
        builder.Property(t => t.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

internal enum ContactWish
{
    Phone,
    Message,
    None,
}
