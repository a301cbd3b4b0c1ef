using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class JpegCleanerTests
{
    private const byte App1 = 0xE1;

    [Fact]
    public void The_pixels_and_the_colour_profile_stay_byte_for_byte()
    {
        var clean = Clean(Samples.PhotoWithPlace);

        Bytes.Scan(clean).ShouldBe(Bytes.Scan(Samples.PhotoWithPlace));
        clean.Holds("ICC_PROFILE").ShouldBeTrue();
        Bytes.JpegMarkers(clean).Count(marker => marker == App1).ShouldBe(1, "the orientation alone");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void The_orientation_is_kept_and_nothing_else_of_the_exif(int orientation, bool isKept)
    {
        // Little-endian, with a camera's name before the orientation.
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x0F, 1, 2, 0, 14, 0, 0, 0, 38, 0, 0, 0,
            0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0, .. "PLANTED-CAMERA"u8,
        ];

        var file = FileContent.Inspect(Samples.ProgressivePhoto.With(2, Bytes.JpegSegment(App1, exif))).Value;

        file.Bytes.Holds("PLANTED").ShouldBeFalse();
        file.Bytes.Holds("Exif").ShouldBe(isKept);
        ExifOrientation.Read(file.Bytes.AsSpan(file.Bytes.AsSpan().IndexOf("Exif"u8) is > 0 and var at ? at : 0)).ShouldBe(isKept ? orientation : 1);
        (file.Width > file.Height).ShouldBe(orientation is not (6 or 8));
    }

    [Fact]
    public void All_other_application_segments_and_comments_go()
    {
        var before = Clean(Samples.ProgressivePhoto);
        var planted = Samples.ProgressivePhoto;
        foreach (var marker in (byte[])[0xE0, 0xE1, 0xE2, 0xE3, 0xE5, 0xEC, 0xED, 0xEE, 0xEF, 0xFE])
        {
            planted = planted.With(2, Bytes.JpegSegment(marker, Bytes.Ascii("MPF\0 PLANTED Photoshop 3.0")));
        }

        Clean(planted).ShouldBe(before);
    }

    [Fact]
    public void Adobes_note_on_the_colour_space_stays_without_what_follows_it()
    {
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        var clean = Clean(Samples.ProgressivePhoto.With(2, Bytes.JpegSegment(0xEE, [.. adobe, .. "PLANTED"u8])));

        clean.Holds("PLANTED").ShouldBeFalse();
        clean.AsSpan().IndexOf(Bytes.JpegSegment(0xEE, adobe)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_jfif_header_loses_its_thumbnail()
    {
        byte[] jfif = [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1];
        var clean = Clean(Samples.ProgressivePhoto.With(2, Bytes.JpegSegment(0xE0, [.. jfif, 1, 1, 10, 20, 30])));

        clean.AsSpan(2, 18).ToArray().ShouldBe(Bytes.JpegSegment(0xE0, [.. jfif, 0, 0]));
    }

    [Fact]
    public void Several_scans_stay_in_order()
    {
        var markers = Bytes.JpegMarkers(Clean(Samples.ProgressivePhoto));

        markers.Count(marker => marker == 0xDA).ShouldBeGreaterThan(1);
        markers.ShouldBe(Bytes.JpegMarkers(Samples.ProgressivePhoto).Where(marker => marker is not (>= 0xE1 and <= 0xEF)));
    }

    [Fact]
    public void Restart_markers_stuffed_zeros_and_filling_are_understood()
    {
        byte[] scan = [1, 0xFF, 0x00, 2, 0xFF, 0xD0, 3, 0xFF, 0xD7, 4];
        byte[] filled = [1, 0xFF, 0x00, 2, 0xFF, 0xFF, 0xD0, 3, 0xFF, 0xD7, 4, 0xFF, 0xFF];

        var plain = Clean(Drawn(scan));

        plain.AsSpan().IndexOf(scan).ShouldBeGreaterThan(0);
        Clean(Drawn(filled)).ShouldBe(plain);
    }

    [Fact]
    public void A_second_image_behind_the_first_is_cut()
    {
        var both = Bytes.Join(Samples.PhotoWithPlace, Samples.ProgressivePhoto);

        Clean(both).ShouldBe(Clean(Samples.PhotoWithPlace));
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    [InlineData(0xF7)]
    public void Variants_that_browsers_do_not_show_are_not_accepted(byte frame) =>
        FileContent.Inspect(Drawn([1], frame)).Refusals.ShouldBe([new FileKindIsNotAccepted()]);

    [Fact]
    public void A_small_file_that_announces_a_huge_image_is_refused()
    {
        FileContent.Inspect(Drawn([1], width: 10_000, height: 5_000)).IsRefused.ShouldBeFalse();
        FileContent.Inspect(Drawn([1], width: 10_000, height: 5_001)).Refusals.ShouldBe([new ImageIsTooLarge(50)]);
    }

    [Fact]
    public void An_image_without_height_scan_or_frame_is_damaged()
    {
        FileContent.Inspect(Drawn([1], height: 0)).Refusals.ShouldBe([new FileIsDamaged()]);
        FileContent.Inspect(Drawn([])).Refusals.ShouldBe([new FileIsDamaged()]);
        FileContent.Inspect([0xFF, 0xD8, 0xFF, 0xD9]).Refusals.ShouldBe([new FileIsDamaged()]);
        FileContent.Inspect(Bytes.Join([0xFF, 0xD8], Bytes.JpegSegment(0xDA, 1, 1, 0, 0, 63, 0), [1, 0xFF, 0xD9])).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Very_many_scans_are_refused(int scans, bool isRefused)
    {
        var more = Bytes.Join([[1], .. Enumerable.Repeat(Bytes.Join(Bytes.JpegSegment(0xDA, 1, 1, 0, 0, 63, 0), [1]), scans - 1)]);

        FileContent.Inspect(Drawn(more)).IsRefused.ShouldBe(isRefused);
    }

    [Fact]
    public void A_table_that_is_longer_than_its_content_hides_something()
    {
        var hiding = Samples.ProgressivePhoto.With(2, Bytes.JpegSegment(0xDB, [0, .. new byte[64], .. "HIDDEN"u8]));

        FileContent.Inspect(hiding).Refusals.ShouldBe([new FileIsDamaged()]);
    }

    private static byte[] Clean(byte[] file) => FileContent.Inspect(file).Value.Bytes;

    /// <summary>A grey JPEG by hand: right in structure, its tables left out.</summary>
    private static byte[] Drawn(byte[] scan, byte frame = 0xC0, int width = 8, int height = 8) => Bytes.Join(
        [0xFF, 0xD8],
        Bytes.JpegSegment(0xDD, 0, 1),
        Bytes.JpegSegment(frame, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0),
        Bytes.JpegSegment(0xDA, 1, 1, 0, 0, 63, 0),
        scan,
        [0xFF, 0xD9]);
}
