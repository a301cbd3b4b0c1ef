using Linli.Domain.Tickets.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Intake.Store;

/// <summary>By what way a ticket came in and who took it. A ticket without one was typed in by its reporter.</summary>
internal sealed class TicketIntake : IEntityTypeConfiguration<TicketIntake>
{
    public Guid TicketId { get; set; }

    public IntakeChannel Channel { get; set; }

    /// <summary>The clerk; null where the reporter scanned.</summary>
    public Guid? TakenBy { get; set; }

    /// <summary>In what capacity, in the language of records.</summary>
    public string? TakenAs { get; set; }

    /// <summary>Whether the caller was told what name and number are for.</summary>
    public bool Told { get; set; }

    /// <summary>Sealed; only of a caller who is not in the register.</summary>
    public byte[]? CallerName { get; set; }

    /// <summary>Sealed; only of a caller who is not in the register.</summary>
    public byte[]? CallerPhone { get; set; }

    public Guid? SheetId { get; set; }

    public string? HotlineNumber { get; set; }

    public DateTimeOffset? HotlineCalledAt { get; set; }

    /// <summary>When the hotline wants the caller to have been reached; beside our own deadline.</summary>
    public DateTimeOffset? HotlineContactDueAt { get; set; }

    /// <summary>When the hotline wants the result; beside our own deadline.</summary>
    public DateTimeOffset? HotlineResolveDueAt { get; set; }

    /// <summary>The caller asked the hotline for confidentiality: neither name nor number came here.</summary>
    public bool IsConfidential { get; set; }

    public void Configure(EntityTypeBuilder<TicketIntake> builder) => builder.ToTable("intakes", "tickets").HasKey(i => i.TicketId);
}
