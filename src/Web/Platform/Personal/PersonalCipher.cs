using System.Security.Cryptography;
using System.Text;

namespace Linli.Web.Platform.Personal;

/// <summary>Encrypts phone and identity numbers (AES-256-GCM) and makes the blind index by which they are found (HMAC-SHA-256).</summary>
internal sealed class PersonalCipher(SecretKeys keys)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly Lazy<byte[]> cipherKey = new(() => keys.For("personal-data"));
    private readonly Lazy<byte[]> indexKey = new(() => keys.For("blind-index"));

    public byte[] Encrypt(string number)
    {
        var text = Encoding.UTF8.GetBytes(number);
        var sealedBytes = new byte[NonceSize + TagSize + text.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(cipherKey.Value, TagSize);
        aes.Encrypt(nonce, text, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize));
        return sealedBytes;
    }

    public string Decrypt(byte[] sealedBytes)
    {
        var text = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(cipherKey.Value, TagSize);
        aes.Decrypt(sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>The field's name is part of the index, so that equal digits in two fields do not show.</summary>
    public byte[] Index(string field, string number) => HMACSHA256.HashData(indexKey.Value, Encoding.UTF8.GetBytes($"{field}:{number}"));

    public byte[] PhoneIndex(string phone) => Index("phone", phone);
}
