using Linli.Domain.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Decisions.Store;

/// <summary>An accepted ballot; rows are only added.</summary>
internal sealed class BallotRow : IEntityTypeConfiguration<BallotRow>
{
    public Guid Id { get; set; }

    public Guid VoteId { get; set; }

    public int Voter { get; set; }

    public string Code { get; set; } = string.Empty;

    public BallotChannel Channel { get; set; }

    public string CastBy { get; set; } = string.Empty;

    public string? Proxy { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The one who cast it said that the co-owners had named him or her.</summary>
    public bool Declared { get; set; }

    /// <summary>Words of the ledger with commas between.</summary>
    public string Choices { get; set; } = string.Empty;

    public string Marks { get; set; } = string.Empty;

    public byte[] Salt { get; set; } = [];

    public long Leaf { get; set; }

    public byte[] LeafHash { get; set; } = [];

    public string Receipt { get; set; } = string.Empty;

    public string EnteredAs { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<BallotRow> builder)
    {
        builder.ToTable("ballots", "decisions");
        builder.HasOne<VoterRow>().WithMany().HasForeignKey(b => new { b.VoteId, b.Voter });
        builder.HasOne<RollUnitRow>().WithMany().HasForeignKey(b => new { b.VoteId, b.Code });
    }
}

/// <summary>A ballot that was not accepted.</summary>
internal sealed class RefusedBallot : IEntityTypeConfiguration<RefusedBallot>
{
    public Guid Id { get; set; }

    public Guid VoteId { get; set; }

    /// <summary>The number that it came with, or its id.</summary>
    public string Number { get; set; } = string.Empty;

    public string Code { get; set; } = string.Empty;

    public BallotChannel Channel { get; set; }

    /// <summary>Name of the refusal.</summary>
    public string Reason { get; set; } = string.Empty;

    public DateTimeOffset ReceivedAt { get; set; }

    public string EnteredAs { get; set; } = string.Empty;

    public void Configure(EntityTypeBuilder<RefusedBallot> builder)
    {
        builder.ToTable("refused_ballots", "decisions");
        builder.HasOne<Vote>().WithMany().HasForeignKey(b => b.VoteId);
    }
}

/// <summary>A paper as one clerk read it.</summary>
internal sealed class PaperReading : IEntityTypeConfiguration<PaperReading>
{
    public Guid Id { get; set; }

    public Guid VoteId { get; set; }

    public string Code { get; set; } = string.Empty;

    /// <summary>1 and 2 independently, 3 where they differ.</summary>
    public int Turn { get; set; }

    public Guid PersonId { get; set; }

    public string ReadAs { get; set; } = string.Empty;

    public DateTimeOffset ReadAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public BallotChannel Channel { get; set; }

    public string CastBy { get; set; } = string.Empty;

    public string? Proxy { get; set; }

    public bool Signed { get; set; }

    public string Choices { get; set; } = string.Empty;

    public string Marks { get; set; } = string.Empty;

    /// <summary>Whether two clerks read the same.</summary>
    public bool SaysAs(PaperReading other) => (Channel, CastBy, Proxy, Signed, Choices, Marks, ReceivedAt)
        == (other.Channel, other.CastBy, other.Proxy, other.Signed, other.Choices, other.Marks, other.ReceivedAt);

    public void Configure(EntityTypeBuilder<PaperReading> builder)
    {
        builder.ToTable("paper_readings", "decisions");
        builder.HasOne<RollUnitRow>().WithMany().HasForeignKey(r => new { r.VoteId, r.Code });
    }
}

/// <summary>A signed tree head.</summary>
internal sealed class TreeHeadRow : IEntityTypeConfiguration<TreeHeadRow>
{
    public Guid VoteId { get; set; }

    public long Size { get; set; }

    public byte[] Root { get; set; } = [];

    public DateTimeOffset At { get; set; }

    public byte[] Signature { get; set; } = [];

    public void Configure(EntityTypeBuilder<TreeHeadRow> builder)
    {
        builder.ToTable("tree_heads", "decisions").HasKey(h => new { h.VoteId, h.Size });
        builder.HasOne<Vote>().WithMany().HasForeignKey(h => h.VoteId);
    }
}

/// <summary>A look at a single ballot.</summary>
internal sealed class BallotLook : IEntityTypeConfiguration<BallotLook>
{
    public Guid Id { get; set; }

    public Guid VoteId { get; set; }

    public string Code { get; set; } = string.Empty;

    public Guid ByPerson { get; set; }

    public string ByCapacity { get; set; } = string.Empty;

    public string Reason { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    public void Configure(EntityTypeBuilder<BallotLook> builder)
    {
        builder.ToTable("ballot_looks", "decisions");
        builder.HasOne<Vote>().WithMany().HasForeignKey(l => l.VoteId);
    }
}
