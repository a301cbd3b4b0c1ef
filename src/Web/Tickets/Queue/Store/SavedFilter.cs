using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Queue.Store;

/// <summary>A filter of the queue that a person keeps under a name.</summary>
internal sealed class SavedFilter : IEntityTypeConfiguration<SavedFilter>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>The organisation whose people are offered it too; null keeps it to its owner.</summary>
    public Guid? OrganisationId { get; set; }

    public string Name { get; set; } = string.Empty;

    public QueueTab Tab { get; set; }

    public string? Category { get; set; }

    public Guid? PlaceId { get; set; }

    public string? Words { get; set; }

    /// <summary>Whether its owner's queue opens with it.</summary>
    public bool IsDefault { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public void Configure(EntityTypeBuilder<SavedFilter> builder) => builder.ToTable("saved_filters", "tickets");
}
