using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Store;

/// <summary>A version of what a place says of a category. Rows are only added; the latest of a place and code holds.</summary>
internal sealed class CategoryRule : IEntityTypeConfiguration<CategoryRule>
{
    public Guid Id { get; set; }

    public long Mark { get; set; }

    public Guid PlaceId { get; set; }

    public string Code { get; set; } = string.Empty;

    public string? Parent { get; set; }

    public string? Name { get; set; }

    public bool IsOff { get; set; }

    /// <summary>Whether the place takes back all that it said.</summary>
    public bool IsWithdrawn { get; set; }

    public ResponsibleParty? Responsible { get; set; }

    public int? ContactAmount { get; set; }

    public TimeUnit? ContactUnit { get; set; }

    public int? ResolveAmount { get; set; }

    public TimeUnit? ResolveUnit { get; set; }

    public string Reason { get; set; } = string.Empty;

    public Guid SetBy { get; set; }

    public string SetAs { get; set; } = string.Empty;

    public DateTimeOffset SetAt { get; set; }

    public void Configure(EntityTypeBuilder<CategoryRule> builder)
    {
        builder.ToTable("category_rules", "tickets");
        builder.Property(r => r.Mark).ValueGeneratedOnAdd();
    }
}
