using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class TicketReportTests
{
    [Fact]
    public void ReportIsTakenInCleaned()
    {
        var report = TicketReport.Of("  电梯停了\r\n24 栋 ", " 24 栋 1 单元 ", "lift", 1).Value;
        report.Description.ShouldBe("电梯停了\n24 栋");
        report.Place.ShouldBe("24 栋 1 单元");
        report.Category.ShouldBe(TicketCategory.Find("lift"));
    }

    [Fact]
    public void PlaceMayBeLeftOut() => TicketReport.Of("x", "  ", "other", 0).Value.Place.ShouldBeNull();

    [Fact]
    public void EverythingThatIsWrongIsToldAtOnceWithItsField()
    {
        var refusals = TicketReport.Of(" ", new string('地', 101), "spaceship", 7).Refusals;
        refusals.ShouldBe(
        [
            new DescriptionIsMissing(), new TextIsTooLong("Place", 100, 101), new CategoryIsUnknown(), new PhotosAreTooMany(6, 7),
        ]);
        refusals.ShouldAllBe(refusal => refusal.Field != null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void CategoryMustBeChosen(string? category) =>
        TicketReport.Of("x", null, category, 0).Refusals.ShouldBe([new CategoryIsMissing()]);

    [Theory]
    [InlineData("a\0b")]
    [InlineData("bell \a")]
    [InlineData("tab\there")]
    [InlineData("turned \u202E round")]
    public void CharactersThatCannotBeKeptAreRefused(string text) =>
        TicketReport.Of(text, null, "lift", 0).Refusals.ShouldBe([new TextHasForbiddenCharacters("Description")]);

    // Not inline data: attributes are stored as UTF-8, which has no half pairs.
    [Fact]
    public void HalfASurrogatePairIsRefused()
    {
        TicketReport.Of("half \uD83D pair", null, "lift", 0).Refusals.ShouldBe([new TextHasForbiddenCharacters("Description")]);
        TicketReport.Of("half", "\uDE00", "lift", 0).Refusals.ShouldBe([new TextHasForbiddenCharacters("Place")]);
    }

    [Fact]
    public void PlaceIsOneLine() => TicketReport.Of("x", "a\nb", "lift", 0).Refusals.ShouldBe([new TextHasForbiddenCharacters("Place")]);

    [Fact]
    public void LengthIsCountedInCharactersThatPeopleSee()
    {
        TicketReport.Of(string.Concat(Enumerable.Repeat("😀", 2000)), null, "lift", 6).IsRefused.ShouldBeFalse();
        TicketReport.Of(new string('字', 2001), null, "lift", 6).Refusals.ShouldBe([new TextIsTooLong("Description", 2000, 2001)]);
    }

    [Fact]
    public void SameLettersAreStoredTheSameWay() =>
        TicketReport.Of("e\u0301", null, "lift", 0).Value.Description.ShouldBe("\u00E9");

    [Fact]
    public void CleaningTwiceChangesNothing() => Prop.ForAll<string?>(text =>
        !PlainText.TryClean(text, true, out var once) || (PlainText.TryClean(once, true, out var twice) && once == twice)).QuickCheckThrowOnFailure();

    [Fact]
    public void ScriptIsOnlyText() => TicketReport.Of("<script>alert(1)</script>", null, "lift", 0).Value.Description.ShouldBe("<script>alert(1)</script>");

    [Fact]
    public void CategoriesHaveDifferentCodesAndCoverEveryKind()
    {
        TicketCategory.All.Select(category => category.Code).ShouldBeUnique();
        TicketCategory.All.Select(category => category.Kind).Distinct().Count().ShouldBe(Enum.GetValues<TicketKind>().Length);
        TicketCategory.All.ShouldAllBe(category => TicketCategory.Find(category.Code) == category);
    }

    [Fact]
    public void ActsThatMustSayWhyAreRefusedWithoutIt()
    {
        TicketTexts.Reason.Check(" ").Refusals.ShouldBe([new ReasonIsMissing()]);
        TicketTexts.Result.Check(null).Refusals.ShouldBe([new ResultIsMissing()]);
        TicketTexts.Note.Check("\n").Refusals.ShouldBe([new NoteIsMissing()]);
        TicketTexts.ContactNote.Check(null).Value.ShouldBeEmpty();
    }
}
