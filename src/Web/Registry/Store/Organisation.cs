using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>A body that people hold posts in: an office, a company, a committee, a Party organisation, an association.</summary>
internal sealed class Organisation : IEntityTypeConfiguration<Organisation>
{
    public Guid Id { get; set; }

    public OrganisationKind Kind { get; set; }

    public string Name { get; set; } = string.Empty;

    public string ShortName { get; set; } = string.Empty;

    public string Initials { get; set; } = string.Empty;

    public Guid? ParentId { get; set; }

    public Guid PlaceId { get; set; }

    /// <summary>统一社会信用代码, where it has one.</summary>
    public string? CreditCode { get; set; }

    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    public DateOnly? FoundedOn { get; set; }

    /// <summary>The document by which a Party organisation was founded.</summary>
    public string? FoundingDocument { get; set; }

    /// <summary>The company or the owners' committee whose Party organisation it is.</summary>
    public Guid? OfOrganisationId { get; set; }

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations", "registry");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OfOrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId);
        builder.HasOne<Place>().WithMany().HasForeignKey(o => o.PlaceId);
    }
}

/// <summary>A person's post (任职) in an organisation, for a place and a term.</summary>
internal sealed class PostHeld : IEntityTypeConfiguration<PostHeld>
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public Guid OrganisationId { get; set; }

    /// <summary>Code of the post's kind in the catalogue of Domain.</summary>
    public string Kind { get; set; } = string.Empty;

    public Guid PlaceId { get; set; }

    public DateOnly StartsOn { get; set; }

    /// <summary>Last day of the term; null when it has none.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Last day when it ended before the term.</summary>
    public DateOnly? EndedOn { get; set; }

    public PostBeginning BegunBy { get; set; }

    /// <summary>The document that it rests on: a letter of appointment, the result of an election.</summary>
    public string? Basis { get; set; }

    public PostEnding? EndedBy { get; set; }

    public string? EndReason { get; set; }

    /// <summary>The post that this one follows without a break in person.</summary>
    public Guid? PreviousId { get; set; }

    /// <summary>When the holder declared to have no interest in the serving company.</summary>
    public DateOnly? DeclaredOn { get; set; }

    /// <summary>The last day that counts: of the term, or earlier when it was ended. The database computes it.</summary>
    public DateOnly? LastDay { get; private set; }

    public void Configure(EntityTypeBuilder<PostHeld> builder)
    {
        Terms.Map(builder.Metadata.Model);
        builder.Property(p => p.LastDay).HasComputedColumnSql("least(ends_on, ended_on)", stored: true);
        builder.ToTable("posts", "registry");
        builder.HasOne<PostHeld>().WithMany().HasForeignKey(p => p.PreviousId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.PlaceId);
    }
}
