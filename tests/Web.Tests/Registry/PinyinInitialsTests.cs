using Linli.Web.Registry;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

public class PinyinInitialsTests
{
    [Theory]
    [InlineData("康桥生活公园", "KQSHGY")]
    [InlineData("树人大院", "SRDY")]
    [InlineData("长城社区", "CCSQ")]
    [InlineData("重庆市", "CQS")]
    [InlineData("卧龙凼社区", "WLDSQ")]
    [InlineData("中山路街道", "ZSLJD")]
    [InlineData("呼和浩特市", "HHHTS")]
    [InlineData("24栋A座", "24DAZ")]
    [InlineData("　（）", "")]
    public void Places_are_found_by_the_initials_people_type(string name, string initials) => PinyinInitials.Of(name).ShouldBe(initials);

    [Theory]
    [InlineData("王李张刘陈杨黄赵吴周", "WLZLCYHZWZ")]
    [InlineData("徐孙马朱胡郭何林高罗", "XSMZHGHLGL")]
    [InlineData("郑梁谢宋唐许韩邓冯曹", "ZLXSTXHDFC")]
    [InlineData("彭曾肖田董潘袁蔡蒋余", "PCXTDPYCJY")]
    [InlineData("欧阿额", "OAE")]
    public void Common_surnames_have_their_initials(string surnames, string initials) => PinyinInitials.Of(surnames).ShouldBe(initials);

    [Theory]
    [InlineData("曾小明", "ZXM")]
    [InlineData("单大力", "SDL")]
    [InlineData("仇英", "QY")]
    [InlineData("长孙无忌", "ZSWJ")]
    public void A_surname_is_read_as_a_surname(string name, string initials) => PinyinInitials.OfPerson(name).ShouldBe(initials);

    [Fact]
    public void A_very_long_name_is_cut() => PinyinInitials.Of(new string('康', 200)).Length.ShouldBe(40);
}
