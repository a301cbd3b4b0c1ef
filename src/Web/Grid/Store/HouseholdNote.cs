using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>What a household asked its captain to keep in mind; goes with the household to a successor and is removed after a while.</summary>
internal sealed class HouseholdNote : IEntityTypeConfiguration<HouseholdNote>
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    public LeaderRole Role { get; set; }

    public NotePurpose Purpose { get; set; }

    public string Text { get; set; } = string.Empty;

    public Guid WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public DateOnly KeepUntil { get; set; }

    public void Configure(EntityTypeBuilder<HouseholdNote> builder) => builder.ToTable("household_notes", "grid");
}
