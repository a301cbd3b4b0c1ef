using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Domain.Decisions.Proof;

/// <summary>A signed statement of what the tree held: published while voting runs, so that nobody can put another tree in its place later.</summary>
/// <param name="Vote">The vote's id.</param>
/// <param name="Roll">Hash of the nameless entries of the frozen roll, so that the roll is fixed with the first head.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">Root hash.</param>
/// <param name="At">When it was signed, to the second.</param>
public sealed record TreeHead(Guid Vote, byte[] Roll, long Size, byte[] Root, DateTimeOffset At)
{
    /// <summary>What is signed: six lines of ASCII, each ended by a line feed; time in UTC.</summary>
    public byte[] Content => Encoding.ASCII.GetBytes(string.Join('\n', [
        "linli-tree-head/1", Vote.ToString("D", CultureInfo.InvariantCulture), Convert.ToHexStringLower(Roll), Size.ToString(CultureInfo.InvariantCulture),
        Convert.ToHexStringLower(Root), AtText, string.Empty]));

    /// <summary>The moment as it is signed: 2026-11-20T10:00:00Z.</summary>
    public string AtText => At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Signs with ECDSA over P-256 and SHA-256; the signature is r and s, 32 bytes each (IEEE P1363).</summary>
    public byte[] SignedWith(ECDsa key) => key.SignData(Content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>Whether the signature is that of a key.</summary>
    /// <param name="signature">64 bytes.</param>
    /// <param name="publicKey">The public key, an uncompressed point of 65 bytes.</param>
    public bool IsSignedBy(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != 65 || publicKey[0] != 4)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = publicKey[1..33].ToArray(), Y = publicKey[33..].ToArray() },
            });
            return key.VerifyData(Content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            // The point lies not on the curve.
            return false;
        }
    }

    /// <summary>The public half of a key as the ledger writes it: an uncompressed point of 65 bytes.</summary>
    public static byte[] PublicKeyOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }
}
