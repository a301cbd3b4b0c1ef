namespace Linli.Domain.Registry.Documents;

/// <summary>A longest common subsequence by Hirschberg's way: time as the product of the lengths, memory as their sum, always the same one.</summary>
internal static class CommonSubsequence
{
    /// <summary>Which elements of the first and of the second sequence belong to it.</summary>
    public static (bool[] InFirst, bool[] InSecond) Of(int[] first, int[] second)
    {
        var (inFirst, inSecond) = (new bool[first.Length], new bool[second.Length]);
        Mark(first, second, inFirst, inSecond);
        return (inFirst, inSecond);
    }

    private static void Mark(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<bool> inFirst, Span<bool> inSecond)
    {
        var head = first.CommonPrefixLength(second);
        inFirst[..head].Fill(true);
        inSecond[..head].Fill(true);
        first = first[head..];
        second = second[head..];
        inFirst = inFirst[head..];
        inSecond = inSecond[head..];

        var tail = 0;
        while (tail < first.Length && tail < second.Length && first[^(tail + 1)] == second[^(tail + 1)])
        {
            tail++;
            inFirst[^tail] = inSecond[^tail] = true;
        }

        first = first[..^tail];
        second = second[..^tail];
        if (first.Length == 0 || second.Length == 0)
        {
            return;
        }

        if (first.Length == 1)
        {
            if (second.IndexOf(first[0]) is >= 0 and var at)
            {
                inFirst[0] = inSecond[at] = true;
            }

            return;
        }

        var middle = first.Length / 2;
        var (above, below) = (Lengths(first[..middle], second, backwards: false), Lengths(first[middle..], second, backwards: true));
        var (cut, best) = (0, -1);
        for (var at = 0; at <= second.Length; at++)
        {
            if (above[at] + below[second.Length - at] > best)
            {
                (cut, best) = (at, above[at] + below[second.Length - at]);
            }
        }

        Mark(first[..middle], second[..cut], inFirst[..middle], inSecond[..cut]);
        Mark(first[middle..], second[cut..], inFirst[middle..], inSecond[cut..]);
    }

    // How long the longest common subsequence with each beginning (or ending) of the second sequence is.
    private static int[] Lengths(ReadOnlySpan<int> first, ReadOnlySpan<int> second, bool backwards)
    {
        var lengths = new int[second.Length + 1];
        for (var i = 0; i < first.Length; i++)
        {
            var element = backwards ? first[^(i + 1)] : first[i];
            var diagonal = 0;
            for (var j = 1; j <= second.Length; j++)
            {
                var above = lengths[j];
                lengths[j] = element == (backwards ? second[^j] : second[j - 1]) ? diagonal + 1 : Math.Max(above, lengths[j - 1]);
                diagonal = above;
            }
        }

        return lengths;
    }
}
