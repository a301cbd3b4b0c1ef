using Linli.Domain.Tickets.Intake;

namespace Linli.Domain.Tests.Tickets.Intake;

public sealed class SheetCodeTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static SheetCode Of(int place, int version) => new(new Guid(place, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), version);

    [Fact]
    public void WhatIsWrittenIsReadBackAndByNoOtherKey() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(1, int.MaxValue)).ToArbitrary(),
        given =>
        {
            var code = Of(given.Item1, given.Item2);
            var text = code.Write(Key);
            text.Length.ShouldBe(SheetCode.Length);
            SheetCode.TryRead(text, Key, out var read).ShouldBeTrue();
            read.ShouldBe(code);
            SheetCode.TryRead(text, OtherKey, out _).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NoLetterCanBeChanged()
    {
        var text = Of(7, 3).Write(Key);
        foreach (var at in Enumerable.Range(0, text.Length))
        {
            foreach (var letter in Letters.Where(letter => letter != text[at]))
            {
                SheetCode.TryRead(text[..at] + letter + text[(at + 1)..], Key, out _).ShouldBeFalse($"{at} {letter}");
            }
        }
    }

    [Fact]
    public void TheSignatureOfOnePlaceOpensNoOther()
    {
        var (mine, theirs) = (Of(1, 1).Write(Key), Of(2, 1).Write(Key));
        SheetCode.TryRead(mine[..28] + theirs[28..], Key, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼.楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼楼")]
    public void SomethingElseIsNoCode(string? text) => SheetCode.TryRead(text, Key, out _).ShouldBeFalse();
}
