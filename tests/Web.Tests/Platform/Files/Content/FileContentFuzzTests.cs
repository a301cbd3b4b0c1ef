using System.Buffers.Binary;
using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

/// <summary>Thousands of damaged variants of real files: each is refused or made clean, and what is clean stays as it is.</summary>
public sealed class FileContentFuzzTests
{
    private const int Variants = 3000;

    public static TheoryData<string> SampleNames => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void No_variant_of_a_file_brings_the_inspection_down(string name)
    {
        var random = new Random(20261121);
        var (clean, refused) = (0, 0);
        for (var i = 0; i < Variants; i++)
        {
            var bytes = Mutated(Samples.All[name], random);
            var outcome = FileContent.Inspect(i % 2 == 0 ? bytes : WithRightChecksums(bytes));
            if (outcome.Succeeded(out var file))
            {
                clean++;
                FileContent.Inspect(file.Bytes).Value.Bytes.ShouldBe(file.Bytes, $"variant {i}");
            }
            else
            {
                refused++;
            }
        }

        // Both ways must have been walked, or the variants prove nothing.
        clean.ShouldBeGreaterThan(10);
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Noise_behind_each_signature_is_refused()
    {
        var random = new Random(7);
        byte[][] signatures = [[0xFF, 0xD8, 0xFF], Samples.PaletteDrawing[..33], Samples.SimpleWebP[..16], Bytes.Ascii("%PDF-1.7\n")];
        for (var i = 0; i < Variants; i++)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);

            FileContent.Inspect(Bytes.Join(signatures[i % signatures.Length], noise)).IsRefused.ShouldBeTrue($"variant {i}");
        }
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        for (var times = random.Next(1, 4); times > 0 && bytes.Length > 0; times--)
        {
            var at = random.Next(bytes.Length);
            var length = Math.Min(random.Next(1, 40), bytes.Length - at);
            bytes = random.Next(6) switch
            {
                0 => bytes[..at],
                1 => bytes.With(at, bytes[at..(at + length)]),
                2 => [.. bytes[..at], .. bytes[(at + length)..]],
                3 => bytes.With(at, 0xFF, (byte)random.Next(256)),
                4 => Flipped(bytes, at, (byte)(1 << random.Next(8))),
                _ => Flipped(bytes, at, (byte)random.Next(1, 256)),
            };
        }

        return bytes;
    }

    private static byte[] Flipped(byte[] bytes, int at, byte bits)
    {
        bytes[at] ^= bits;
        return bytes;
    }

    /// <summary>Lets the variants of a PNG past the checksums, so that the rules behind them are tried too.</summary>
    private static byte[] WithRightChecksums(byte[] bytes)
    {
        const int signature = 8;
        if (bytes.Length < signature || bytes[0] != 0x89)
        {
            return bytes;
        }

        for (var at = signature; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (length < 0 || length > bytes.Length - at - 12)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at + 8 + length), Crc32.Of(bytes.AsSpan(at + 4, length + 4)));
            at += 12 + length;
        }

        return bytes;
    }
}
