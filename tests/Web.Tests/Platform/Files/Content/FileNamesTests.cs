using Linli.Web.Platform.Files;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Files.Content;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("电梯照片 2026.jpg", "电梯照片 2026.jpg")]
    [InlineData(@"C:\Users\a\电梯.jpg", "电梯.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u0000b\r\nc\u007f.png", "abc.png")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("\u2066a\u2069\u200F\u061C\uFEFF\u200B.pdf", "a.pdf")]
    [InlineData("a\u3000b\u2028c.png", "a b c.png")]
    [InlineData("e\u0301.png", "\u00E9.png")]
    [InlineData("𠮷野家.png", "𠮷野家.png")]
    [InlineData("  ..name.. ", "name")]
    public void A_name_is_made_fit_to_be_shown(string sent, string shown) => FileNames.ForShowing(sent).ShouldBe(shown);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../")]
    [InlineData(" \u200B.. ")]
    public void A_name_of_nothing_is_none(string? sent) => FileNames.ForShowing(sent).ShouldBeNull();

    [Fact]
    public void Half_a_character_is_left_out() => FileNames.ForShowing("a\uD842b" + ".png").ShouldBe("ab.png");

    [Fact]
    public void A_long_name_is_cut_before_its_ending_and_between_characters()
    {
        FileNames.ForShowing(new string('楼', 300) + ".jpeg").ShouldBe(new string('楼', 95) + ".jpeg");
        FileNames.ForShowing(string.Concat(Enumerable.Repeat("𠮷", 60)) + "a.jpg").ShouldBe(string.Concat(Enumerable.Repeat("𠮷", 48)) + ".jpg");
        FileNames.ForShowing("a." + new string('b', 200)).ShouldBe("a." + new string('b', 98));
    }

    [Theory]
    [InlineData("a.exe", FileKind.Pdf, "a.exe.pdf")]
    [InlineData("a.PDF", FileKind.Pdf, "a.PDF")]
    [InlineData("a.jpeg", FileKind.Jpeg, "a.jpeg")]
    [InlineData("a", FileKind.WebP, "a.webp")]
    [InlineData("..", FileKind.WebP, null)]
    internal void The_ending_follows_the_content(string sent, FileKind kind, string? shown) => FileNames.ForShowing(sent, kind).ShouldBe(shown);
}
