using Linli.Domain.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Decisions.Store;

/// <summary>A vote of the owners of a compound.</summary>
internal sealed class Vote : IEntityTypeConfiguration<Vote>
{
    public Guid Id { get; set; }

    public Guid CompoundId { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Background { get; set; } = string.Empty;

    public DecisionState State { get; set; }

    public DateTimeOffset OpensAt { get; set; }

    public DateTimeOffset ClosesAt { get; set; }

    /// <summary>Version of the matters and thresholds.</summary>
    public string Rules { get; set; } = string.Empty;

    /// <summary>Version of the rules of the place.</summary>
    public string LocalRules { get; set; } = string.Empty;

    public bool CountParking { get; set; }

    public NonReturnPolicy NonReturn { get; set; }

    public int? MostPrincipals { get; set; }

    public string PreparedAs { get; set; } = string.Empty;

    public DateTimeOffset PreparedAt { get; set; }

    public DateOnly? NoticedOn { get; set; }

    public long? RollHeads { get; set; }

    public long? RollArea { get; set; }

    public string? RollHash { get; set; }

    public byte[]? EntriesHash { get; set; }

    public DateTimeOffset? OpenedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public long TreeSize { get; set; }

    /// <summary>Peaks of the tree, 32 bytes each.</summary>
    public byte[] TreePeaks { get; set; } = [];

    public DateTimeOffset? PublishedAt { get; set; }

    public DateOnly? ObjectionsUntil { get; set; }

    public bool Recounted { get; set; }

    /// <summary>Taken over from elsewhere with its ballots.</summary>
    public bool Imported { get; set; }

    /// <summary>Seats of the election; null without one.</summary>
    public int? Seats { get; set; }

    public uint Version { get; set; }

    public VotingWindow Window => new(OpensAt, ClosesAt);

    /// <summary>Whether the result may be seen by everybody.</summary>
    public bool IsPublished => PublishedAt is not null;

    /// <summary>Whether everybody may know of the vote at all.</summary>
    public bool IsPublic => DecisionFlow.AgendaIsLocked(State) && NoticedOn is not null;

    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("votes", "decisions").Ignore(v => v.Window).Ignore(v => v.IsPublished).Ignore(v => v.IsPublic);
        builder.Property(v => v.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }
}

/// <summary>A question of a vote; positions from 1.</summary>
internal sealed class Question : IEntityTypeConfiguration<Question>
{
    public Guid VoteId { get; set; }

    public int Position { get; set; }

    public string Matter { get; set; } = string.Empty;

    public DecisionClass Class { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    /// <summary>In 0.01 yuan.</summary>
    public long? Amount { get; set; }

    public bool? Passed { get; set; }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("questions", "decisions").HasKey(q => new { q.VoteId, q.Position });
        builder.HasOne<Vote>().WithMany().HasForeignKey(q => q.VoteId);
    }
}

/// <summary>A candidate of an election.</summary>
internal sealed class Candidate : IEntityTypeConfiguration<Candidate>
{
    public Guid VoteId { get; set; }

    public int Number { get; set; }

    public string Name { get; set; } = string.Empty;

    public CandidateOutcome? Outcome { get; set; }

    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("candidates", "decisions").HasKey(c => new { c.VoteId, c.Number });
        builder.HasOne<Vote>().WithMany().HasForeignKey(c => c.VoteId);
    }
}

/// <summary>A step of a vote with the words that were recorded.</summary>
internal sealed class VoteStep : IEntityTypeConfiguration<VoteStep>
{
    public Guid Id { get; set; }

    public Guid VoteId { get; set; }

    public DecisionAct Act { get; set; }

    public DecisionState State { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid? PersonId { get; set; }

    public string ActedAs { get; set; } = string.Empty;

    public string? Words { get; set; }

    public void Configure(EntityTypeBuilder<VoteStep> builder)
    {
        builder.ToTable("vote_steps", "decisions");
        builder.HasOne<Vote>().WithMany().HasForeignKey(s => s.VoteId);
    }
}
