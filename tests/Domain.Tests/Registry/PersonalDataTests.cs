using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

/// <summary>The numbers in here belong to nobody: places that do not exist, or made by the check rule.</summary>
public sealed class PersonalDataTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("13800006021")]
    [InlineData(" 138 0000 6021 ")]
    [InlineData("+86 138-0000-6021")]
    [InlineData("008613800006021")]
    [InlineData("8613800006021")]
    [InlineData("１３８００００６０２１")]
    [InlineData("＋８６　138 0000 6021")]
    public void PhoneNumberIsReadAsPeopleTypeIt(string text) => PhoneNumber.Parse(text).Value.Digits.ShouldBe("13800006021");

    [Theory]
    [InlineData("12800006021")]
    [InlineData("1380000602")]
    [InlineData("138000060211")]
    [InlineData("02312345678")]
    [InlineData("+1 13800006021")]
    [InlineData("1380000602a")]
    [InlineData("١٣٨٠٠٠٠٦٠٢١")]
    public void SomethingElseIsNoMobileNumber(string text) => PhoneNumber.Parse(text).Refusals.ShouldBe([new PhoneNumberIsNotAMobileNumber()]);

    [Theory]
    [InlineData(null)]
    [InlineData("　")]
    public void MissingIsToldFromWrong(string? text)
    {
        PhoneNumber.Parse(text).Refusals.ShouldBe([new PhoneNumberIsMissing()]);
        IdentityNumber.Parse(text, Today).Refusals.ShouldBe([new IdentityNumberIsMissing()]);
        UnifiedCreditCode.Parse(text).Refusals.ShouldBe([new CreditCodeIsMissing()]);
        PersonName.Parse(text).Refusals.ShouldBe([new PersonNameIsMissing()]);
    }

    [Fact]
    public void NumbersAreMaskedWheneverTheyAreWrittenOut()
    {
        PhoneNumber.Parse("13800006021").Value.ToString().ShouldBe("138****6021");
        IdentityNumber.Parse("11010519491231002X", Today).Value.ToString().ShouldBe("110***********002X");
        $"{new { Phone = PhoneNumber.Parse("13800006021").Value }}".ShouldNotContain("0000");
    }

    // The example of the standard's own annex.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("110105 19491231 002X")]
    [InlineData("１１０１０５19491231002Ｘ")]
    public void IdentityNumberOfTheStandardIsValid(string text)
    {
        var number = IdentityNumber.Parse(text, Today).Value;
        number.Value.ShouldBe("11010519491231002X");
        number.BirthDate.ShouldBe(new DateOnly(1949, 12, 31));
    }

    [Fact]
    public void IdentityNumberIsRefusedForItsOwnReason()
    {
        IdentityNumber.Parse("110105194912310021", Today).Refusals.ShouldBe([new IdentityNumberIsMistyped()]);
        IdentityNumber.Parse("11010519490231002X", Today).Refusals.ShouldBe([new IdentityNumberHasNoValidBirthDate()]);
        IdentityNumber.Parse("11010518491231002X", Today).Refusals.ShouldBe([new IdentityNumberHasNoValidBirthDate()]);
        IdentityNumber.Parse("11010519491231002X", new(1949, 12, 30)).Refusals.ShouldBe([new IdentityNumberHasNoValidBirthDate()]);
        IdentityNumber.Parse("110105491231002", Today).Refusals.ShouldBe([new IdentityNumberIsMalformed()]);
        IdentityNumber.TryParse("11010519491231002X", out _).ShouldBeTrue();
    }

    [Fact]
    public void AnySingleMistypedDigitOfAnIdentityNumberIsFound() => Prop.ForAll(
        Gen.Choose(0, 16).Zip(Gen.Choose(1, 9)).ToArbitrary(),
        slip => IdentityNumber.Parse(Slipped("11010519491231002X", slip.Item1, slip.Item2, "0123456789"), Today).IsRefused).QuickCheckThrowOnFailure();

    [Fact]
    public void AnySingleMistypedSignOfACreditCodeIsFound() => Prop.ForAll(
        Gen.Choose(0, 17).Zip(Gen.Choose(1, 30)).ToArbitrary(),
        slip => UnifiedCreditCode.Parse(Slipped("91350100M000100Y43", slip.Item1, slip.Item2, "0123456789ABCDEFGHJKLMNPQRTUWXY")).Refusals is [CreditCodeIsMistyped])
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("9135 0100 m000 100y 43")]
    public void CreditCodeOfTheStandardIsValid(string text) => UnifiedCreditCode.Parse(text).Value.Value.ShouldBe("91350100M000100Y43");

    [Theory]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100I000100Y43")]
    [InlineData("91350100M000100Y4康")]
    public void CreditCodeHasEighteenSigns(string text) => UnifiedCreditCode.Parse(text).Refusals.ShouldBe([new CreditCodeIsMalformed()]);

    [Theory]
    [InlineData(" 演示业主 ", "演示业主", "演***")]
    [InlineData("演示·业主", "演示·业主", "演****")]
    [InlineData("𠮷", "𠮷", "𠮷")]
    public void NameIsKeptAsWrittenAndMaskedAfterItsFirstCharacter(string text, string value, string masked)
    {
        PersonName.Parse(text).Value.Value.ShouldBe(value);
        PersonName.Parse(text).Value.Masked.ShouldBe(masked);
    }

    [Fact]
    public void NameIsOneLineOfAtMostFiftyCharacters()
    {
        PersonName.Parse(new string('名', 51)).Refusals.ShouldBe([new TextIsTooLong("Name", 50, 51)]);
        PersonName.TryParse(new string('名', 50), out _).ShouldBeTrue();
        PersonName.Parse("a\nb").Refusals.ShouldBe([new TextHasForbiddenCharacters("Name")]);
    }

    private static string Slipped(string text, int at, int by, string signs)
    {
        var letters = text.ToCharArray();
        letters[at] = signs[(signs.IndexOf(letters[at], StringComparison.Ordinal) + by) % signs.Length];
        return new string(letters);
    }
}
