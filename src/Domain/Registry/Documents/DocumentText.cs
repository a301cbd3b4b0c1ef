using System.Text;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>Splits plain text, typed or pasted, into chapters and articles, and writes them back. Nothing but white space is lost.</summary>
public static class DocumentText
{
    /// <summary>Most characters of a text.</summary>
    public const int MostCharacters = 60_000;

    /// <summary>Most articles of a text.</summary>
    public const int MostArticles = 300;

    /// <summary>Most characters of an article.</summary>
    public const int MostOfArticle = 3_000;

    private const string Input = "Text";

    /// <summary>
    /// The pieces of a text. Articles begin with 第…条; where there is none, with 一、 or 1. as in a plain list.
    /// </summary>
    public static Outcome<IReadOnlyList<DocumentBlock>> Split(string? text)
    {
        var rule = new TextRule(Input, MostCharacters, SeveralLines: true, new DocumentTextIsMissing());
        if (!rule.Check(text?.Replace('\t', ' ')).Succeeded(out var cleaned))
        {
            return Outcome<IReadOnlyList<DocumentBlock>>.Refused(rule.Check(text?.Replace('\t', ' ')).Refusals);
        }

        var lines = cleaned.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var numbered = lines.Any(line => BlockHead.Of(line) is { Kind: BlockKind.Article });
        var blocks = Blocks(lines, numbered);
        var refusals = Faults(blocks, numbered).ToArray();
        return refusals.Length > 0 ? Outcome<IReadOnlyList<DocumentBlock>>.Refused(refusals) : Outcome<IReadOnlyList<DocumentBlock>>.Of(blocks);
    }

    /// <summary>The text of pieces, as it is typed: splitting it gives the same pieces.</summary>
    public static string Write(IEnumerable<DocumentBlock> blocks) => string.Join('\n', blocks.Select(block =>
        block.Label.Length == 0 ? block.Text : block.Text.Length == 0 ? block.Label : $"{block.Label}\u3000{block.Text}"));

    private static List<DocumentBlock> Blocks(string[] lines, bool numbered)
    {
        List<(BlockKind Kind, string Label, StringBuilder Text)> found = [];
        foreach (var line in lines)
        {
            if ((BlockHead.Of(line) ?? (numbered ? null : BlockHead.OfList(line))) is { } head)
            {
                found.Add((head.Kind, head.Label, new StringBuilder(head.Words)));
                continue;
            }

            // What follows a chapter's heading is no part of the heading.
            if (found is [] or [.., { Kind: BlockKind.Chapter }])
            {
                found.Add((BlockKind.Passage, string.Empty, new StringBuilder()));
            }

            var text = found[^1].Text;
            text.Append(text.Length > 0 ? "\n" : string.Empty).Append(line);
        }

        return [.. found.Select(block => new DocumentBlock(block.Kind, block.Label, block.Text.ToString()))];
    }

    private static IEnumerable<Refusal> Faults(IReadOnlyList<DocumentBlock> blocks, bool numbered)
    {
        var articles = blocks.Where(block => block.IsArticle).ToArray();
        if (articles.Length == 0)
        {
            yield return new DocumentHasNoArticles();
        }

        if (articles.Length > MostArticles)
        {
            yield return new DocumentHasTooManyArticles(MostArticles);
        }

        if (articles.FirstOrDefault(article => article.Text.Length == 0) is { } empty)
        {
            yield return new ArticleIsEmpty(empty.Label);
        }

        if (blocks.FirstOrDefault(block => PlainText.LengthOf(block.Text) > MostOfArticle) is { } tooLong)
        {
            yield return new ArticleIsTooLong(tooLong.Label, MostOfArticle);
        }

        if (numbered && articles.GroupBy(article => article.Label).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            yield return new ArticleNumberRepeats(twice.Key);
        }
    }
}
