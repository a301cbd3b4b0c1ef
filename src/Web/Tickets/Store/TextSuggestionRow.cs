using Linli.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Store;

/// <summary>What was suggested when a ticket was accepted and what the person chose; holds no words of the text.</summary>
internal sealed class TextSuggestionRow : IEntityTypeConfiguration<TextSuggestionRow>
{
    public Guid TicketId { get; set; }

    /// <summary>Number of the model; 0 for the one that comes with the product.</summary>
    public long Model { get; set; }

    /// <summary>The categories, likeliest first; none where the text said too little.</summary>
    public string[] Suggested { get; set; } = [];

    public Urgency SuggestedUrgency { get; set; }

    /// <summary>How sure the first one was, in thousandths.</summary>
    public int Share { get; set; }

    /// <summary>The category that the reporter had chosen.</summary>
    public string Reported { get; set; } = string.Empty;

    public string Accepted { get; set; } = string.Empty;

    public Urgency AcceptedUrgency { get; set; }

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<TextSuggestionRow> builder)
    {
        builder.ToTable("text_suggestions", "tickets");
        builder.HasKey(s => s.TicketId);
    }
}
