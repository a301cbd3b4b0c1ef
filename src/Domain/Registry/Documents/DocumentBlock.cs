namespace Linli.Domain.Registry.Documents;

/// <summary>What a piece of a document is. Stored by name.</summary>
public enum BlockKind
{
    /// <summary>Lines outside of articles, for example before the first one.</summary>
    Passage,

    /// <summary>A heading: 第…章 or 第…节.</summary>
    Chapter,

    /// <summary>第…条, or an item of a plain list.</summary>
    Article,
}

/// <summary>A piece of a document's text, in its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">第一条 as it was typed; empty for a passage.</param>
/// <param name="Text">The words after the label; several lines are parted by \n.</param>
public sealed record DocumentBlock(BlockKind Kind, string Label, string Text)
{
    /// <summary>Whether comments and required clauses can point to it.</summary>
    public bool IsArticle => Kind == BlockKind.Article;
}
