using Linli.Domain.Tickets.Finding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Finding.Store;

/// <summary>One of the 三多 of a year that is over, as another source tells it.</summary>
internal sealed class ThreeManyFigure : IEntityTypeConfiguration<ThreeManyFigure>
{
    public Guid Id { get; set; }

    /// <summary>Counts up; the latest holds.</summary>
    public long Mark { get; set; }

    public Guid CompoundId { get; set; }

    public int Year { get; set; }

    public ThreeMany Of { get; set; }

    public int Count { get; set; }

    public string Source { get; set; } = string.Empty;

    public Guid? EnteredBy { get; set; }

    public string EnteredAs { get; set; } = string.Empty;

    public DateTimeOffset EnteredAt { get; set; }

    public void Configure(EntityTypeBuilder<ThreeManyFigure> builder)
    {
        builder.ToTable("three_many_figures", "tickets");
        builder.Property(f => f.Mark).ValueGeneratedOnAdd();
    }
}
