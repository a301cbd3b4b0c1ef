using Linli.Domain.Tickets.FollowUp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.FollowUp.Store;

/// <summary>A step of 跟踪督促 that was taken, and what came of it.</summary>
internal sealed class FollowUpEntry : IEntityTypeConfiguration<FollowUpEntry>
{
    /// <summary>Codes of the steps that people take; the others are the ladder's.</summary>
    public const string ListingStep = "listing";

    public const string InterviewStep = "interview";

    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    /// <summary>How often the ticket had been reopened.</summary>
    public int Round { get; set; }

    public string Step { get; set; } = string.Empty;

    public FollowUpKind Kind { get; set; }

    public int Nth { get; set; } = 1;

    /// <summary>When the rules let it fall due; of a person's step, when it was taken.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Version of the ladder.</summary>
    public int Rules { get; set; }

    /// <summary>Null: the platform.</summary>
    public Guid? TakenBy { get; set; }

    public Guid? AnswerableId { get; set; }

    public Guid? AnswerableFor { get; set; }

    /// <summary>Why it was listed, or what was agreed.</summary>
    public string? Note { get; set; }

    public string? TalkedWith { get; set; }

    /// <summary>Last day of a listing; the day of the next talk.</summary>
    public DateOnly? UntilOn { get; set; }

    public Guid? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? Answer { get; set; }

    public Guid? EndedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedNote { get; set; }

    public void Configure(EntityTypeBuilder<FollowUpEntry> builder) => builder.ToTable("follow_up_steps", "tickets");
}
