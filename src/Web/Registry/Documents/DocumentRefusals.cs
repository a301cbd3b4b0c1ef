using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Documents;

/// <summary>Required clauses are missing and nobody said why it is adopted without them.</summary>
public sealed record RequiredClausesAreMissing(int Count, string Clauses) : Refusal
{
    public override string? Field => "MissingReason";
}

/// <summary>No comments were asked for and nobody said why.</summary>
public sealed record CommentsWereNotAskedFor : Refusal
{
    public override string? Field => "UncommentedReason";
}

/// <summary>The body does not adopt documents of this kind here.</summary>
public sealed record BodyDoesNotAdoptThis : Refusal
{
    public override string? Field => "DecidedBy";
}

/// <summary>The decision paper is missing.</summary>
public sealed record DecisionPaperIsMissing : Refusal
{
    public override string? Field => "Paper";
}

/// <summary>A file was not taken up in time, or belongs to somebody else.</summary>
public sealed record DocumentFileIsGone(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A clause is not among those that this kind needs here, or the position is no article.</summary>
public sealed record MarkPointsNowhere(string Clause) : Refusal
{
    public override string? Field => "Marks";
}

/// <summary>The day lies outside the time in which the version has been in force.</summary>
public sealed record LastDayIsOutside(DateOnly From, DateOnly To) : Refusal
{
    public override string? Field => "LastDay";
}

/// <summary>Only owners and residents of the compound comment.</summary>
public sealed record CommentsAreForHouseholds : Refusal;

/// <summary>The time for comments is over.</summary>
public sealed record CommentsAreClosed(DateOnly Until) : Refusal;

/// <summary>The article is not there.</summary>
public sealed record ArticleIsNotThere : Refusal
{
    public override string? Field => "Position";
}

/// <summary>One person's comments on a version are limited.</summary>
public sealed record CommentsAreTooMany(int Most) : Refusal
{
    public override string? Field => "Text";
}

/// <summary>The comment has been answered.</summary>
public sealed record CommentIsAnswered : Refusal
{
    public override string? Field => "Answer";
}
