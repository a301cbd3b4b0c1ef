using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>What help a household asked to be remembered for; rests on the consent of the person named and goes with it.</summary>
internal sealed class CareMark : IEntityTypeConfiguration<CareMark>
{
    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    /// <summary>Who agreed to it.</summary>
    public Guid PersonId { get; set; }

    public CareNeed Need { get; set; }

    /// <summary>In the person's own words what to do, for example whom to call first.</summary>
    public string? Note { get; set; }

    public Guid SetBy { get; set; }

    /// <summary>In which capacity, in Chinese as records are.</summary>
    public string SetAs { get; set; } = string.Empty;

    public DateTimeOffset SetAt { get; set; }

    public void Configure(EntityTypeBuilder<CareMark> builder) => builder.ToTable("care_marks", "grid");
}
