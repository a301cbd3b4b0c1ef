using Linli.Domain.Registry.Party;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>That a person belongs to a Party organisation, or takes part in it; purpose, basis and retention stand beside the table in SQL.</summary>
internal sealed class PartyMembership : IEntityTypeConfiguration<PartyMembership>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public Guid OrganisationId { get; set; }

    public MembershipWay Way { get; set; }

    public MemberStanding Standing { get; set; }

    public DateOnly Since { get; set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The document that it rests on, for example the letter of introduction.</summary>
    public string? Basis { get; set; }

    public string? EndReason { get; set; }

    /// <summary>转正: the day from which a probationary member counts as a full one; null for who came in as one.</summary>
    public DateOnly? FullSince { get; set; }

    /// <summary>The meeting that decided it.</summary>
    public string? FullMeeting { get; set; }

    /// <summary>The membership that was transferred here.</summary>
    public Guid? PreviousId { get; set; }

    /// <summary>PostgreSQL's xmin: what was read must still stand.</summary>
    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<PartyMembership> builder)
    {
        builder.ToTable("party_memberships", "registry");
        builder.Property(m => m.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
        builder.HasOne<PartyMembership>().WithMany().HasForeignKey(m => m.PreviousId);
    }
}
