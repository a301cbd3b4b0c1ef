using Linli.Domain.Registry.Committees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Registry.Store;

/// <summary>A body by which owners govern a compound, as it stands after its last act.</summary>
internal sealed class GoverningBody : IEntityTypeConfiguration<GoverningBody>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public BodyKind Kind { get; set; }

    /// <summary>The organisation whose posts its members hold, where one is registered.</summary>
    public Guid? OrganisationId { get; set; }

    public BodyState State { get; set; }

    public int? Seats { get; set; }

    public DateOnly? TermFrom { get; set; }

    public DateOnly? TermTo { get; set; }

    public int? NextSeats { get; set; }

    public DateOnly? NextFrom { get; set; }

    public DateOnly? NextTo { get; set; }

    public Filing Filing { get; set; }

    public bool GroupIsFormed { get; set; }

    public bool IsReported { get; set; }

    public bool HasCovenant { get; set; }

    public int FailedRounds { get; set; }

    public HandoverItems HandedOver { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly LastActOn { get; set; }

    /// <summary>PostgreSQL's xmin: what the person saw must still stand.</summary>
    public uint Version { get; set; }

    public Body ToBody() => new()
    {
        Kind = Kind,
        State = State,
        Seats = Seats,
        Term = TermFrom is { } from && TermTo is { } to ? new Term(from, to) : null,
        NextSeats = NextSeats,
        NextTerm = NextFrom is { } nextFrom && NextTo is { } nextTo ? new Term(nextFrom, nextTo) : null,
        Filing = Filing,
        GroupIsFormed = GroupIsFormed,
        IsReported = IsReported,
        HasCovenant = HasCovenant,
        FailedRounds = FailedRounds,
        HandedOver = HandedOver,
        DueOn = DueOn,
        LastActOn = LastActOn,
    };

    public void Take(Body body)
    {
        Kind = body.Kind;
        State = body.State;
        Seats = body.Seats;
        (TermFrom, TermTo) = (body.Term?.From, body.Term?.To);
        NextSeats = body.NextSeats;
        (NextFrom, NextTo) = (body.NextTerm?.From, body.NextTerm?.To);
        Filing = body.Filing;
        GroupIsFormed = body.GroupIsFormed;
        IsReported = body.IsReported;
        HasCovenant = body.HasCovenant;
        FailedRounds = body.FailedRounds;
        HandedOver = body.HandedOver;
        DueOn = body.DueOn;
        LastActOn = body.LastActOn;
    }

    public void Configure(EntityTypeBuilder<GoverningBody> builder)
    {
        builder.ToTable("governing_bodies", "registry");
        builder.HasOne<Compound>().WithMany().HasForeignKey(b => b.CompoundId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId);
        builder.Property(b => b.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>Something recorded of a body: what, when, by whom, under which rules. Never changed.</summary>
internal sealed class BodyRecord : IEntityTypeConfiguration<BodyRecord>
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public BodyAct Act { get; set; }

    public BodyState? FromState { get; set; }

    public BodyState ToState { get; set; }

    public DateOnly OnDay { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null for the platform's own work.</summary>
    public Guid? PersonId { get; set; }

    public string ActedAs { get; set; } = string.Empty;

    public string? Note { get; set; }

    public int? Members { get; set; }

    public int? Owners { get; set; }

    public HeadFrom? Head { get; set; }

    public DateOnly? TermFrom { get; set; }

    public DateOnly? TermTo { get; set; }

    public HandoverItems? Item { get; set; }

    public string? GivenBy { get; set; }

    public string? TakenBy { get; set; }

    public string Rules { get; set; } = string.Empty;

    public DateOnly? DueOn { get; set; }

    public void Configure(EntityTypeBuilder<BodyRecord> builder)
    {
        builder.ToTable("body_acts", "registry");
        builder.HasOne<GoverningBody>().WithMany().HasForeignKey(a => a.BodyId);
    }
}

/// <summary>An alert that was raised: which step, about which day, and how many people heard of it.</summary>
internal sealed class BodyAlert : IEntityTypeConfiguration<BodyAlert>
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public AlertStep Step { get; set; }

    public DateOnly About { get; set; }

    public DateOnly DueSince { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public int Told { get; set; }

    public void Configure(EntityTypeBuilder<BodyAlert> builder)
    {
        builder.ToTable("body_alerts", "registry");
        builder.HasOne<GoverningBody>().WithMany().HasForeignKey(a => a.BodyId);
    }
}

/// <summary>A household's turn.</summary>
internal sealed class BodyDuty : IEntityTypeConfiguration<BodyDuty>
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid UnitId { get; set; }

    public DateOnly FromDay { get; set; }

    public DateOnly ToDay { get; set; }

    public string Task { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<BodyDuty> builder)
    {
        builder.ToTable("body_duties", "registry");
        builder.HasOne<GoverningBody>().WithMany().HasForeignKey(d => d.BodyId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId);
    }
}
