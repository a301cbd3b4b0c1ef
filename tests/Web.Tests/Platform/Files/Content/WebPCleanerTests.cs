using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class WebPCleanerTests
{
    private const int FlagsAt = 20;

    [Theory]
    [InlineData(nameof(Samples.LossyWebPWithPlace), "ALPH,VP8 ")]
    [InlineData(nameof(Samples.AnimatedWebPWithPlace), "ANIM,ANMF,ANMF")]
    public void Exif_and_xmp_go_with_their_flags_and_the_image_stays(string name, string kept)
    {
        var before = Samples.All[name];
        (before[FlagsAt] & 0x08).ShouldBe(0x08);

        var clean = FileContent.Inspect(before).Value.Bytes;

        clean[FlagsAt].ShouldBe((byte)(before[FlagsAt] & ~0x0C));
        var names = Bytes.WebPNames(clean);
        string.Join(',', names.Where(chunk => chunk is not ("VP8X" or "ICCP"))).ShouldBe(kept);
        names[0].ShouldBe("VP8X");
    }

    [Theory]
    [InlineData(nameof(Samples.SimpleWebP))]
    [InlineData(nameof(Samples.LosslessWebP))]
    public void A_simple_file_stays_as_it_is(string name) =>
        FileContent.Inspect(Samples.All[name]).Value.Bytes.ShouldBe(Samples.All[name]);

    [Fact]
    public void Unknown_chunks_go_also_inside_frames()
    {
        var unknown = Bytes.RiffChunk("HIDE", Bytes.Ascii("PLANTED"));
        var bytes = Bytes.WebP(Extended(0x02, 8, 8), unknown, Bytes.RiffChunk("ANIM", new byte[6]), Frame(0, 8, 8, 8, 8, unknown), unknown);

        var clean = FileContent.Inspect(bytes).Value.Bytes;

        clean.ShouldBe(Bytes.WebP(Extended(0x02, 8, 8), Bytes.RiffChunk("ANIM", new byte[6]), Frame(0, 8, 8, 8, 8)));
    }

    [Theory]
    [InlineData(0, 8, true)]
    [InlineData(1, 6, true)]
    [InlineData(1, 8, false)]
    [InlineData(0, 9, false)]
    public void A_frame_lies_within_the_canvas(int leftInTwos, int width, bool fits)
    {
        var bytes = Bytes.WebP(Extended(0x02, 8, 8), Bytes.RiffChunk("ANIM", new byte[6]), Frame(leftInTwos, width, 8, width, 8));

        FileContent.Inspect(bytes).IsRefused.ShouldBe(!fits);
    }

    [Fact]
    public void Pixels_of_another_size_than_announced_are_damage()
    {
        FileContent.Inspect(Bytes.WebP(Extended(0, 8, 8), Lossy(8, 8))).IsRefused.ShouldBeFalse();
        FileContent.Inspect(Bytes.WebP(Extended(0, 8, 8), Lossy(16_000, 16_000))).Refusals.ShouldBe([new FileIsDamaged()]);
        FileContent.Inspect(Bytes.WebP(Extended(0, 8, 8), Lossy(8, 8), Lossy(8, 8))).Refusals.ShouldBe([new FileIsDamaged()]);
        FileContent.Inspect(Bytes.WebP(Extended(0x02, 8, 8), Bytes.RiffChunk("ANIM", new byte[6]), Frame(0, 8, 8, 16_000, 16_000)))
            .Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Fact]
    public void A_huge_canvas_is_refused()
    {
        FileContent.Inspect(Bytes.WebP(Lossy(10_000, 5_000))).IsRefused.ShouldBeFalse();
        FileContent.Inspect(Bytes.WebP(Lossy(10_000, 5_001))).Refusals.ShouldBe([new ImageIsTooLarge(50)]);
        FileContent.Inspect(Bytes.WebP(Extended(0x02, 1 << 24, 1 << 24))).Refusals.ShouldBe([new ImageIsTooLarge(50)]);
    }

    [Fact]
    public void A_length_beyond_the_file_is_damage()
    {
        var bytes = Samples.SimpleWebP;
        bytes[4] += 2;

        FileContent.Inspect(bytes).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    private static byte[] Extended(byte flags, int width, int height) =>
        Bytes.RiffChunk("VP8X", [flags, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]);

    private static byte[] Frame(int leftInTwos, int width, int height, int codedWidth, int codedHeight, params byte[] more) =>
        Bytes.RiffChunk("ANMF", [.. Three(leftInTwos), 0, 0, 0, .. Three(width - 1), .. Three(height - 1), 100, 0, 0, 0, .. more, .. Lossy(codedWidth, codedHeight)]);

    private static byte[] Lossy(int width, int height) =>
        Bytes.RiffChunk("VP8 ", 0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 7);

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}
