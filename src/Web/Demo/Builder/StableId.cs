using System.Security.Cryptography;
using System.Text;

namespace Linli.Web.Demo.Builder;

/// <summary>Ids that follow from names, so that the same world has the same ids wherever and whenever it is loaded.</summary>
internal static class StableId
{
    public static Guid Of(string world, string kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{world}/{kind}/{name}"));
        // Version 8 of RFC 9562: made by a rule of one's own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
