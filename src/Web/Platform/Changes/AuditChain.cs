using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Linli.Web.Platform.Changes;

/// <summary>
/// The hash that links an audit entry to the one before it. Each field goes in with its length in front, so that no two
/// different entries read the same.
/// </summary>
internal static class AuditChain
{
    public const int HashSize = 32;

    public static readonly byte[] Beginning = new byte[HashSize];

    public const string EntryColumns =
        "e.id, e.at, e.process, e.person_id, e.capacity_kind, e.capacity_id, e.subject_kind, e.subject_id, e.details, e.reason, e.request_id";

    /// <summary>The hash of the entry that the reader stands on, whose columns begin at <paramref name="first"/>.</summary>
    public static byte[] Link(byte[] previous, NpgsqlDataReader row, int first)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> length = stackalloc byte[4];
        for (var column = first; column < first + 11; column++)
        {
            if (row.IsDBNull(column))
            {
                BinaryPrimitives.WriteInt32BigEndian(length, -1);
                hash.AppendData(length);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(row.GetValue(column) switch
            {
                Guid id => id.ToString("N"),
                DateTime at => at.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                var text => (string)text,
            });
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
