using Linli.Domain.Registry.Alliances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>What an association or alliance is beyond being an organisation.</summary>
internal sealed class Association : IEntityTypeConfiguration<Association>
{
    public Guid OrganisationId { get; set; }

    public DateOnly FoundedOn { get; set; }

    public string? Purpose { get; set; }

    public uint Version { get; set; }

    public void Configure(EntityTypeBuilder<Association> builder)
    {
        builder.ToTable("associations", "registry").HasKey(a => a.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId);
        builder.Property(a => a.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>An organisation or a person that belongs to an association, and how it came in.</summary>
internal sealed class AssociationMember : IEntityTypeConfiguration<AssociationMember>
{
    public Guid Id { get; set; }

    public Guid AssociationId { get; set; }

    public Guid? OrganisationId { get; set; }

    public Guid? PersonId { get; set; }

    public JoiningWay Way { get; set; }

    /// <summary>Who decided, as told.</summary>
    public string DecidedBy { get; set; } = string.Empty;

    public DateOnly DecidedOn { get; set; }

    public int? VotesFor { get; set; }

    public int? VotesCast { get; set; }

    public DateOnly JoinedOn { get; set; }

    /// <summary>Last day of membership.</summary>
    public DateOnly? LeftOn { get; set; }

    public string? LeaveReason { get; set; }

    public void Configure(EntityTypeBuilder<AssociationMember> builder)
    {
        builder.ToTable("association_members", "registry");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.AssociationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }
}

/// <summary>Work that an association means to do.</summary>
internal sealed class AssociationPlanItem : IEntityTypeConfiguration<AssociationPlanItem>
{
    public Guid Id { get; set; }

    public Guid AssociationId { get; set; }

    /// <summary>Code of the duty in the data of Domain.</summary>
    public string Duty { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public DateOnly DueOn { get; set; }

    public DateOnly? DroppedOn { get; set; }

    public string? DropReason { get; set; }

    public void Configure(EntityTypeBuilder<AssociationPlanItem> builder)
    {
        builder.ToTable("association_plan_items", "registry");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.AssociationId);
    }
}

/// <summary>Work that an association did.</summary>
internal sealed class AssociationActivity : IEntityTypeConfiguration<AssociationActivity>
{
    public Guid Id { get; set; }

    public Guid AssociationId { get; set; }

    public Guid? PlanItemId { get; set; }

    public string Duty { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public DateOnly HeldOn { get; set; }

    public string Done { get; set; } = string.Empty;

    public int Participants { get; set; }

    public string Result { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<AssociationActivity> builder)
    {
        builder.ToTable("association_activities", "registry");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.AssociationId);
        builder.HasOne<AssociationPlanItem>().WithMany().HasForeignKey(a => a.PlanItemId);
    }
}
