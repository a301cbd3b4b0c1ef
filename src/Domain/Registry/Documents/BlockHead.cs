namespace Linli.Domain.Registry.Documents;

/// <summary>How a line begins an article or a chapter: 第三条, 第十二条之一, 第二章; in plain lists 一、 or 3.</summary>
internal static class BlockHead
{
    private static readonly char[] Numerals =
        ['零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '两'];

    // 第三条、第五条规定的… and 第三条第二款… go on with a sentence; they begin nothing.
    private static readonly char[] GoesOn = ['、', '，', ',', '。', '；', ';', '和', '与', '及', '或', '至', '到', '第', '款', '项', '所', '中', '的', '之', '）', ')'];

    private static readonly char[] AfterLabel = ['：', ':'];

    /// <summary>The head of a line by 第…条 or 第…章, and what follows it; null when it is a line like any other.</summary>
    public static (BlockKind Kind, string Label, string Words)? Of(string line)
    {
        if (line.Length < 3 || line[0] != '第' || PastNumber(line, 1) is not { } unit || unit >= line.Length)
        {
            return null;
        }

        BlockKind? kind = line[unit] switch { '条' => BlockKind.Article, '章' or '节' or '编' => BlockKind.Chapter, _ => null };
        var end = unit + 1;
        if (kind == BlockKind.Article && end + 1 < line.Length && line[end] == '之' && PastNumber(line, end + 1) is { } inserted)
        {
            end = inserted;
        }

        var rest = line[end..];
        return kind is null || (rest.Length > 0 && Continues(rest)) ? null : (kind.Value, line[..end], Strip(rest));
    }

    /// <summary>The head of a line of a plain list: 一、 or 3. or （三）.</summary>
    public static (BlockKind Kind, string Label, string Words)? OfList(string line)
    {
        if (line.Length < 2 || PastNumber(line, 0) is not { } end || end >= line.Length || line[end] is not ('、' or '.' or '．'))
        {
            return null;
        }

        // 3.5 is a number, 3. an item.
        return end + 1 < line.Length && IsNumeral(line[end + 1]) ? null : (BlockKind.Article, line[..(end + 1)], Strip(line[(end + 1)..]));
    }

    private static int? PastNumber(string line, int from)
    {
        var at = from;
        while (at < line.Length && IsNumeral(line[at]))
        {
            at++;
        }

        return at > from ? at : null;
    }

    private static bool IsNumeral(char letter) => letter is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19') || Numerals.Contains(letter);

    private static bool Continues(string rest) => GoesOn.Contains(rest[0]) || (rest.Length > 1 && rest[0] == '规' && rest[1] == '定');

    private static string Strip(string rest) => rest.Length > 0 && AfterLabel.Contains(rest[0]) ? rest[1..].Trim() : rest.Trim();
}
