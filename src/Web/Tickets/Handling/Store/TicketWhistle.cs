using Linli.Domain.Tickets.Handling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Handling.Store;

/// <summary>吹哨报到: one level that was called, its answer, and the judgement of each side on the other (双考核).</summary>
internal sealed class TicketWhistle : IEntityTypeConfiguration<TicketWhistle>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public WhistleLevel Level { get; set; }

    /// <summary>The community, subdistrict or district that is called.</summary>
    public Guid PlaceId { get; set; }

    public string Matter { get; set; } = string.Empty;

    public Guid BlownBy { get; set; }

    public Guid? BlownFor { get; set; }

    public DateTimeOffset BlownAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>The whistle of the level below that went on to this one.</summary>
    public Guid? RaisedFrom { get; set; }

    public DateTimeOffset? RaisedAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    public Guid? AnsweredFor { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? Answer { get; set; }

    /// <summary>The responder: whether the call was warranted.</summary>
    public bool? Warranted { get; set; }

    public string? WarrantedNote { get; set; }

    public Guid? AssessedBy { get; set; }

    public DateTimeOffset? AssessedAt { get; set; }

    /// <summary>The whistle-blower: whether the answer helped.</summary>
    public bool? Helped { get; set; }

    public string? Assessment { get; set; }

    public int Rules { get; set; }

    public void Configure(EntityTypeBuilder<TicketWhistle> builder) => builder.ToTable("whistles", "tickets");
}
