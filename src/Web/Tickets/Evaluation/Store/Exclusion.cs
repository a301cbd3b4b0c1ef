using Linli.Domain.Tickets.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Linli.Web.Tickets.Evaluation.Store;

/// <summary>A round of an exclusion (剔除); the database keeps that two people, neither of them the requester, stand behind a granted one.</summary>
internal sealed class Exclusion : IEntityTypeConfiguration<Exclusion>
{
    public Guid Id { get; set; }

    public Guid TicketId { get; set; }

    public ExclusionReason Reason { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public Guid? RequestedBy { get; set; }

    public string RequestedAs { get; set; } = string.Empty;

    public DateTimeOffset? FirstAt { get; set; }

    public Guid? FirstBy { get; set; }

    public string? FirstAs { get; set; }

    public DateTimeOffset? SecondAt { get; set; }

    public Guid? SecondBy { get; set; }

    public string? SecondAs { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    public string? EndedAs { get; set; }

    public ExclusionEnd? Ended { get; set; }

    public string? EndedNote { get; set; }

    public uint Version { get; set; }

    /// <summary>The round as Domain sees it.</summary>
    public ExclusionRound ToRound() => new()
    {
        Reason = Reason,
        Requested = Word(RequestedBy, RequestedAs, RequestedAt)!,
        First = Word(FirstBy, FirstAs, FirstAt),
        Second = Word(SecondBy, SecondAs, SecondAt),
        Ended = Word(EndedBy, EndedAs, EndedAt),
        End = Ended,
    };

    /// <summary>Who a word is from: the id of a person that is known, else the name in the system it came from.</summary>
    public static string KeyOf(Guid? person, string? said) => person?.ToString() ?? said ?? string.Empty;

    public void Configure(EntityTypeBuilder<Exclusion> builder)
    {
        builder.ToTable("exclusions", "tickets");
        builder.Property(e => e.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
    }

    private static ExclusionWord? Word(Guid? person, string? said, DateTimeOffset? at) => at is { } moment ? new(KeyOf(person, said), moment) : null;
}
