using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>A refusal about the text of a document.</summary>
public abstract record DocumentTextRefusal : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Text";
}

/// <summary>No text was given.</summary>
public sealed record DocumentTextIsMissing : DocumentTextRefusal;

/// <summary>No line begins with 第…条 or 一、.</summary>
public sealed record DocumentHasNoArticles : DocumentTextRefusal;

/// <summary>More articles than a document takes.</summary>
/// <param name="Most">At most.</param>
public sealed record DocumentHasTooManyArticles(int Most) : DocumentTextRefusal;

/// <summary>An article has a number and no words.</summary>
/// <param name="Article">Its number.</param>
public sealed record ArticleIsEmpty(string Article) : DocumentTextRefusal;

/// <summary>An article is longer than one takes.</summary>
/// <param name="Article">Its number.</param>
/// <param name="Most">Characters at most.</param>
public sealed record ArticleIsTooLong(string Article, int Most) : DocumentTextRefusal;

/// <summary>Two articles have the same number.</summary>
/// <param name="Article">The number.</param>
public sealed record ArticleNumberRepeats(string Article) : DocumentTextRefusal;
