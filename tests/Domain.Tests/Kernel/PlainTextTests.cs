using Linli.Domain.Kernel;

namespace Linli.Domain.Tests.Kernel;

public class PlainTextTests
{
    private static readonly TextRule Rule = new("Name", 10, SeveralLines: true, new TextIsMissing("Name"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\t")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData(" \u2060\u3164 \n\u2800")]
    public void What_nobody_can_see_is_nothing(string? text) => Rule.Check(text).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TextIsMissing>();

    [Theory]
    [InlineData("a\u200Bb", "a\u200Bb")]
    [InlineData("  电梯\r\n坏了 ", "电梯\n坏了")]
    [InlineData("\U00020BB7\u200D", "\U00020BB7\u200D")]
    public void What_can_be_seen_is_kept(string text, string kept) => Rule.Check(text).Value.ShouldBe(kept);
}
