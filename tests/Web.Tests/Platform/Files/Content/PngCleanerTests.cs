using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class PngCleanerTests
{
    private const int AfterHeader = 8 + 25;

    [Fact]
    public void Exif_and_texts_go_and_the_pixels_stay()
    {
        Bytes.PngNames(Samples.DrawingWithPlace).ShouldContain("eXIf");

        var names = Bytes.PngNames(Clean(Samples.DrawingWithPlace));

        names.ShouldBeSubsetOf(["IHDR", "pHYs", "iCCP", "IDAT", "IEND"]);
        names.ShouldContain("IDAT");
    }

    [Theory]
    [InlineData("eXIf", false)]
    [InlineData("tEXt", false)]
    [InlineData("zTXt", false)]
    [InlineData("iTXt", false)]
    [InlineData("tIME", false)]
    [InlineData("prVt", false)]
    [InlineData("gAMA", true)]
    [InlineData("cHRM", true)]
    [InlineData("sRGB", true)]
    [InlineData("sBIT", true)]
    [InlineData("acTL", true)]
    [InlineData("fdAT", true)]
    public void Only_chunks_that_change_the_picture_stay(string name, bool isKept)
    {
        var clean = Clean(Samples.PaletteDrawing.With(AfterHeader, Bytes.PngChunk(name, Bytes.Ascii("PLANTED"))));

        clean.Holds("PLANTED").ShouldBe(isKept);
        Bytes.PngNames(clean).ShouldContain("tRNS");
        Bytes.PngNames(clean).ShouldContain("PLTE");
    }

    [Fact]
    public void A_wrong_checksum_is_damage()
    {
        var bytes = Samples.PaletteDrawing;
        bytes[^14] ^= 1;

        FileContent.Inspect(bytes).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Theory]
    [InlineData("CgBI")]
    [InlineData("IHDR")]
    [InlineData("PLTE")]
    [InlineData("a1b2")]
    public void A_critical_chunk_that_is_unknown_or_doubled_is_damage(string name)
    {
        var bytes = Bytes.Join(Samples.PaletteDrawing[..AfterHeader], Bytes.PngChunk(name, 1, 2, 3), Samples.PaletteDrawing[AfterHeader..]);

        FileContent.Inspect(bytes).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Theory]
    [InlineData(10_000, 5_000, 8, 2, null)]
    [InlineData(10_000, 5_001, 8, 2, nameof(ImageIsTooLarge))]
    [InlineData(int.MaxValue, int.MaxValue, 8, 2, nameof(ImageIsTooLarge))]
    [InlineData(0, 5, 8, 2, nameof(FileIsDamaged))]
    [InlineData(-1, 5, 8, 2, nameof(FileIsDamaged))]
    [InlineData(5, 5, 4, 2, nameof(FileIsDamaged))]
    [InlineData(5, 5, 8, 5, nameof(FileIsDamaged))]
    [InlineData(5, 5, 8, 3, nameof(FileIsDamaged))]
    public void The_header_must_be_possible(int width, int height, byte depth, byte colour, string? refusal)
    {
        var outcome = FileContent.Inspect(Drawn(width, height, depth, colour, Bytes.PngChunk("IDAT", 1)));

        outcome.Refusals.SingleOrDefault()?.Code.ShouldBe(refusal);
        outcome.IsRefused.ShouldBe(refusal is not null);
    }

    [Fact]
    public void The_pixels_are_one_run_and_there_are_some()
    {
        var pixels = Bytes.PngChunk("IDAT", 1);

        FileContent.Inspect(Drawn(5, 5, 8, 2, Bytes.Join(pixels, pixels))).IsRefused.ShouldBeFalse();
        FileContent.Inspect(Drawn(5, 5, 8, 2, Bytes.Join(pixels, Bytes.PngChunk("tEXt"), pixels))).IsRefused.ShouldBeTrue();
        FileContent.Inspect(Drawn(5, 5, 8, 2, [])).IsRefused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(4, 1, true)]
    [InlineData(5, 1, false)]
    [InlineData(60_000, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(5, -1, false)]
    public void A_frame_of_an_animation_lies_within_the_image(int width, int left, bool fits)
    {
        byte[] control = [.. new byte[4], .. BigEndian(width), 0, 0, 0, 5, .. BigEndian(left), 0, 0, 0, 0, 0, 1, 0, 1, 0, 0];
        var chunks = Bytes.Join(Bytes.PngChunk("fcTL", control), Bytes.PngChunk("IDAT", 1));

        FileContent.Inspect(Drawn(5, 5, 8, 2, chunks)).IsRefused.ShouldBe(!fits);
    }

    private static byte[] Clean(byte[] file) => FileContent.Inspect(file).Value.Bytes;

    private static byte[] Drawn(int width, int height, byte depth, byte colour, byte[] chunks) => Bytes.Join(
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A],
        Bytes.PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), depth, colour, 0, 0, 0]),
        chunks,
        Bytes.PngChunk("IEND"));

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
