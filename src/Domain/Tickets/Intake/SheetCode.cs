using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Domain.Tickets.Intake;

/// <summary>
/// What the code on a building's sheet says: which place, and which edition of its sheet. The address holds it with a signature, so that
/// nobody can print a code that leads to another place; a new edition makes the old sheets void.
/// </summary>
/// <param name="Place">The building or entrance.</param>
/// <param name="Version">The edition of its sheet, from 1.</param>
public sealed record SheetCode(Guid Place, int Version)
{
    /// <summary>Characters of a code, its dot included: no other length is one.</summary>
    public const int Length = PayloadLetters + 1 + SignatureLetters;

    private const int PayloadBytes = 20;
    private const int PayloadLetters = 27;

    // Half of the HMAC: 128 bits, and a sheet that is read from further away.
    private const int SignatureBytes = 16;
    private const int SignatureLetters = 22;

    /// <summary>The code as it stands in the address: payload, dot, signature.</summary>
    /// <param name="key">The installation's key for sheets.</param>
    public string Write(ReadOnlySpan<byte> key)
    {
        Span<byte> payload = stackalloc byte[PayloadBytes];
        Place.TryWriteBytes(payload, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(payload[16..], Version);
        var text = Base64Url.EncodeToString(payload);
        return $"{text}.{Sign(text, key)}";
    }

    /// <summary>Reads a code; false for everything that this installation has not signed letter by letter.</summary>
    /// <param name="text">As it stood in the address.</param>
    /// <param name="key">The installation's key for sheets.</param>
    /// <param name="code">What it says.</param>
    public static bool TryRead(string? text, ReadOnlySpan<byte> key, [NotNullWhen(true)] out SheetCode? code)
    {
        code = null;
        if (text is not { Length: Length } || text[PayloadLetters] != '.' || !text.All(char.IsAscii))
        {
            return false;
        }

        // The letters are compared, not the bytes: the last letter of either part has bits to spare, and one sheet has one address.
        var payload = text[..PayloadLetters];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(payload, key)), Encoding.ASCII.GetBytes(text[(PayloadLetters + 1)..])))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[PayloadBytes];
        if (!Base64Url.TryDecodeFromChars(payload, bytes, out var written) || written != PayloadBytes)
        {
            return false;
        }

        code = new SheetCode(new Guid(bytes[..16], bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(bytes[16..]));
        return true;
    }

    private static string Sign(string payload, ReadOnlySpan<byte> key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(payload), hash);
        return Base64Url.EncodeToString(hash[..SignatureBytes]);
    }
}
