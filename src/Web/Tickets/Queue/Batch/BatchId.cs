using System.Security.Cryptography;
using System.Text;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>The request id of one ticket of a batch: it follows from the batch's own, so that the batch sent again does nothing twice.</summary>
internal static class BatchId
{
    public static Guid Of(Guid batch, string number)
    {
        Span<byte> told = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(number.Length)];
        batch.TryWriteBytes(told);
        var length = Encoding.UTF8.GetBytes(number, told[16..]);
        var hash = SHA256.HashData(told[..(16 + length)]);
        // Version 8 of RFC 9562: made by a rule of one's own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
