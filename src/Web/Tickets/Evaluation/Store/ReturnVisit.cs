using Linli.Domain.Tickets.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Evaluation.Store;

/// <summary>Where a return visit stands.</summary>
public enum VisitState
{
    Open,
    Answered,

    /// <summary>Given up after the calls that the policy asks for.</summary>
    Unreachable,
}

/// <summary>A drawn return visit (回访); its calls are steps of the ticket's timeline.</summary>
internal sealed class ReturnVisit : IEntityTypeConfiguration<ReturnVisit>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public Guid CompoundId { get; set; }

    /// <summary>How often the ticket had been reopened when it was drawn.</summary>
    public int Round { get; set; }

    public VisitCause Cause { get; set; }

    /// <summary>The policy under which it was drawn: default@1.</summary>
    public string Policy { get; set; } = string.Empty;

    public DateTimeOffset DrawnAt { get; set; }

    /// <summary>Last day on which it is made in time.</summary>
    public DateOnly DueOn { get; set; }

    public VisitState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<ReturnVisit> builder)
    {
        builder.ToTable("return_visits", "tickets");
        builder.Property(v => v.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>What was drawn of a compound's closings of a month.</summary>
internal sealed class VisitDrawn : IEntityTypeConfiguration<VisitDrawn>
{
    public Guid CompoundId { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; set; }

    public string Policy { get; set; } = string.Empty;

    public int Closed { get; set; }

    public int Drawn { get; set; }

    public DateTimeOffset DrawnAt { get; set; }

    public void Configure(EntityTypeBuilder<VisitDrawn> builder) => builder.ToTable("visit_draws", "tickets").HasKey(d => new { d.CompoundId, d.Month });
}
