namespace Linli.Domain.Decisions.Proof;

/// <summary>回执号: the first 80 bits of the leaf's hash in sixteen signs that are hard to confuse, so that an owner finds the own ballot in the ledger.</summary>
public static class Receipt
{
    // Crockford's base 32: no I, L, O, U.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The receipt of a leaf: 7F3A-91C4-0QXM-55TP.</summary>
    public static string Of(ReadOnlySpan<byte> leafHash)
    {
        Span<char> text = stackalloc char[16];
        for (var at = 0; at < 16; at++)
        {
            var bit = at * 5;
            var two = (leafHash[bit / 8] << 8) | leafHash[bit / 8 + 1];
            text[at] = Signs[two >> (11 - bit % 8) & 31];
        }

        return $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}";
    }

    /// <summary>As it is compared: without hyphens and blanks, I and L as 1, O as 0; null when it can be none.</summary>
    public static string? Normal(string? typed)
    {
        var text = new string([.. (typed ?? string.Empty).ToUpperInvariant().Where(sign => sign is not ('-' or ' ')).Select(sign => sign switch { 'I' or 'L' => '1', 'O' => '0', _ => sign })]);
        return text.Length == 16 && text.All(Signs.Contains) ? $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}" : null;
    }
}
