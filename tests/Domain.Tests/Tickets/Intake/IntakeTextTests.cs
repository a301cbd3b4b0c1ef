using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;

namespace Linli.Domain.Tests.Tickets.Intake;

public sealed class IntakeTextTests
{
    [Fact]
    public void LikenessIsSymmetricWholeForTheSameAndNothingForStrangers()
    {
        static int Of(string one, string other) => TextLikeness.PerMille(TextLikeness.PairsOf(one), TextLikeness.PairsOf(other));
        Of("电梯停在三楼不动", "电梯停在三楼不动").ShouldBe(1000);
        Of("电梯停在三楼不动", "停电了好几个小时").ShouldBe(0);
        Of("电梯又停了，老人下不了楼", "电梯停了下不了楼").ShouldBeGreaterThan(500);
        Of("电梯停了", string.Empty).ShouldBe(0);
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), (one, other) =>
        {
            var alike = Of(one ?? string.Empty, other ?? string.Empty);
            alike.ShouldBeInRange(0, 1000);
            alike.ShouldBe(Of(other ?? string.Empty, one ?? string.Empty));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("已换门机皮带", "已换门机皮带")]
    [InlineData("已打 13812345678 告知 1204 住户", "已打 *** 告知 *** 住户")]
    [InlineData("１３８－１２３４－５６７８", "***")]
    [InlineData("身份证 51010519900101123X", "身份证 ***")]
    [InlineData("3栋2单元 第12天", "3栋2单元 第12天")]
    public void LongNumbersBecomeStars(string text, string expected) => NumbersHidden.In(text).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-20 09:15", "2026-11-20T01:15:00Z")]
    [InlineData("2026/11/20 9:15:30", "2026-11-20T01:15:30Z")]
    [InlineData("2026.11.20", "2026-11-19T16:00:00Z")]
    [InlineData("2026年11月20日 09时15分", "2026-11-20T01:15:00Z")]
    [InlineData("２０２６－１１－２０　０９：１５", "2026-11-20T01:15:00Z")]
    [InlineData("2026-11-20T09:15:00", "2026-11-20T01:15:00Z")]
    public void MomentsOfTheHotlineAreRead(string text, string expected) =>
        HotlineMoment.Read(text, endOfDay: false).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void ADayAloneIsItsEndWhereItIsADeadline() =>
        HotlineMoment.Read("2026-11-20", endOfDay: true).ShouldBe(new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("")]
    [InlineData("明天")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("2026-11-20 25:00")]
    [InlineData("2026-11-20 24:01")]
    [InlineData("2026-11-20 09:60")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31 23:59")]
    public void SomethingElseIsNoMoment(string text) => HotlineMoment.Read(text, endOfDay: true).ShouldBeNull();

    [Fact]
    public void FollowersSeeNoWordsOfAReporterAndHearOfEveryEnd()
    {
        foreach (var act in Enum.GetValues<TicketAct>())
        {
            if (FollowedSteps.ShowsWords(act))
            {
                FollowedSteps.IsShown(act).ShouldBeTrue(act.ToString());
                TicketFlow.RolesOf(act).HasFlag(TicketRoles.Reporter).ShouldBeFalse(act.ToString());
            }

            if (TicketFlow.Table.Any(row => row.Act == act && TicketFlow.IsFinal(row.To) && row.From != row.To))
            {
                FollowedSteps.IsTold(act).ShouldBeTrue(act.ToString());
            }
        }
    }

    [Fact]
    public void AClerkMayReportAndDoNothingElse() =>
        TicketFlow.ActsOpenTo(null, TicketRoles.Clerk).ShouldBe([TicketAct.Report]);
}
