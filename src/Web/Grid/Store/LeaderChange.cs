using Linli.Domain.Grid;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Grid.Store;

/// <summary>That the published number or the term of a captain or grid leader was changed, by whom; the old number is not kept.</summary>
internal sealed class LeaderChange : IEntityTypeConfiguration<LeaderChange>
{
    public Guid Id { get; set; }

    public Guid PostId { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ById { get; set; }

    /// <summary>In which capacity, in Chinese as records are.</summary>
    public string ByAs { get; set; } = string.Empty;

    public LeaderChangeKind What { get; set; }

    public DateOnly? OldTerm { get; set; }

    public DateOnly? NewTerm { get; set; }

    public string? Reason { get; set; }

    public void Configure(EntityTypeBuilder<LeaderChange> builder)
    {
        builder.ToTable("leader_changes", "grid");
        builder.HasOne<Leader>().WithMany().HasForeignKey(c => c.PostId);
    }
}
