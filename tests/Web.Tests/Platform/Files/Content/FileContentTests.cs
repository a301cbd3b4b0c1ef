using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class FileContentTests
{
    public static TheoryData<string> SampleNames => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Every_sample_is_accepted_at_its_size_and_loses_what_was_planted(string name)
    {
        var clean = FileContent.Inspect(Samples.All[name]).Value;

        clean.Bytes.Holds("PLANTED").ShouldBeFalse();
        clean.Bytes.Holds("xmpmeta").ShouldBeFalse();
        var upright = name != nameof(Samples.PhotoWithPlace);
        (clean.Width, clean.Height).ShouldBe(upright ? (Samples.Width, Samples.Height) : (Samples.Height, Samples.Width));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Cleaning_twice_gives_the_same_bytes(string name)
    {
        var once = FileContent.Inspect(Samples.All[name]).Value.Bytes;

        FileContent.Inspect(once).Value.Bytes.ShouldBe(once);
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_file_cut_off_anywhere_is_refused(string name)
    {
        var whole = FileContent.Inspect(Samples.All[name]).Value.Bytes;

        for (var length = 0; length < whole.Length; length++)
        {
            FileContent.Inspect(whole.AsSpan(0, length)).IsRefused.ShouldBeTrue($"{length} of {whole.Length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void What_is_appended_is_cut_off(string name)
    {
        var expected = FileContent.Inspect(Samples.All[name]).Value.Bytes;

        var clean = FileContent.Inspect(Bytes.Join(Samples.All[name], Bytes.Ascii("PK\x03\x04 HIDDEN"))).Value;

        clean.Bytes.ShouldBe(expected);
    }

    [Fact]
    public void Four_samples_carry_what_must_go() =>
        Samples.All.Values.Count(bytes => bytes.Holds("PLANTED-GPS")).ShouldBe(4);

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("PK\x03\x04 a zip archive")]
    [InlineData("MZ\x90\0 a program")]
    [InlineData("GIF89a not accepted")]
    [InlineData("GIF89a/*\xFF\xD8\xFF*/=1;")]
    [InlineData("<html>%PDF-1.4 startxref %%EOF")]
    [InlineData("RIFF\x10\0\0\0AVI LIST")]
    [InlineData("\0\0\0\x18" + "ftypheic")]
    [InlineData("x")]
    public void Other_content_is_refused_whatever_it_is_called(string content) =>
        FileContent.Inspect(Bytes.Ascii(content)).Refusals.ShouldBe([new FileKindIsNotAccepted()]);

    [Fact]
    public void Nothing_at_all_is_refused() =>
        FileContent.Inspect([]).Refusals.ShouldBe([new FileIsEmpty()]);

    [Fact]
    public void The_limit_itself_is_accepted_and_one_byte_more_is_not()
    {
        var atLimit = new byte[1024 * 1024];
        Samples.PhotoWithPlace.CopyTo(atLimit, 0);

        FileContent.Inspect(atLimit, limitMegabytes: 1).IsRefused.ShouldBeFalse();
        FileContent.Inspect([.. atLimit, 0], limitMegabytes: 1).Refusals.ShouldBe([new FileIsTooLarge(1)]);
    }

    [Theory]
    [InlineData(FileKind.Jpeg, "image/jpeg", ".jpg")]
    [InlineData(FileKind.Png, "image/png", ".png")]
    [InlineData(FileKind.WebP, "image/webp", ".webp")]
    [InlineData(FileKind.Pdf, "application/pdf", ".pdf")]
    internal void A_kind_knows_how_it_is_served(FileKind kind, string mediaType, string extension) =>
        (kind.MediaType, kind.Extension).ShouldBe((mediaType, extension));
}
