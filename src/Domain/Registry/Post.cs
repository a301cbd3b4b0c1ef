using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>That a person holds a post for a term (任期), first and last day included. Before and after it gives nothing.</summary>
public sealed record Post
{
    private Post(PostKind kind, DateOnly firstDay, DateOnly? lastDay)
    {
        Kind = kind;
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    /// <summary>What post.</summary>
    public PostKind Kind { get; }

    /// <summary>First day of the term.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Last day of the term, itself included; null without an end.</summary>
    public DateOnly? LastDay { get; }

    /// <summary>A post in an organisation, or why it cannot be.</summary>
    public static Outcome<Post> Of(PostKind kind, OrganisationKind organisation, DateOnly firstDay, DateOnly? lastDay)
    {
        List<Refusal> refusals = [];
        if (!kind.BelongsTo(organisation))
        {
            refusals.Add(new PostDoesNotBelongToOrganisation(kind.Code, organisation));
        }

        if (lastDay < firstDay)
        {
            refusals.Add(new TermEndsBeforeItBegins());
        }

        return refusals.Count > 0 ? Outcome<Post>.Refused(refusals) : new Post(kind, firstDay, lastDay);
    }

    /// <summary>Whether the post is held on the day (a calendar day of China).</summary>
    public bool IsHeldOn(DateOnly day) => IsHeldOn(FirstDay, LastDay, day);

    /// <summary>Whether a term holds on the day; the rule itself, for stored terms.</summary>
    public static bool IsHeldOn(DateOnly firstDay, DateOnly? lastDay, DateOnly day) => firstDay <= day && (lastDay is null || day <= lastDay);

    /// <summary>Whether two terms share a day.</summary>
    public static bool TermsMeet(DateOnly firstDay, DateOnly? lastDay, DateOnly otherFirstDay, DateOnly? otherLastDay) =>
        firstDay <= (otherLastDay ?? DateOnly.MaxValue) && otherFirstDay <= (lastDay ?? DateOnly.MaxValue);
}

/// <summary>Organisations of this kind have no such post.</summary>
/// <param name="PostKind">Code of the kind of post.</param>
/// <param name="Organisation">Kind of the organisation.</param>
public sealed record PostDoesNotBelongToOrganisation(string PostKind, OrganisationKind Organisation) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PostKind";
}

/// <summary>The last day of a term lies before its first.</summary>
public sealed record TermEndsBeforeItBegins : Refusal
{
    /// <inheritdoc />
    public override string? Field => "LastDay";
}
