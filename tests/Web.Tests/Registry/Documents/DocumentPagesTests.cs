using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Documents;

/// <summary>The same way through pages: typed text is kept, what is missing is named, everybody reads and compares.</summary>
public class DocumentPagesTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_draft_is_previewed_saved_published_and_commented()
    {
        var world = await DocumentWorld.Make(App, "页面小区");
        var desk = $"/registry/compounds/{world.Code}/documents/covenant";
        var reading = $"/compounds/{world.Code}/documents/covenant";
        using var clerk = await App.SignInAs(world.Clerk);
        using var owner = await App.SignInAs(world.Owner);
        using var anybody = App.Visitor();

        var form = (await clerk.Get($"{desk}/draft")).ShouldBe(HttpStatusCode.OK);
        var wrong = (await clerk.Submit(form, "form[data-draft]", ("Input.Text", "第一条 甲\n第一条 乙<script>"))).ShouldBe(HttpStatusCode.OK);
        wrong.One("textarea").TextContent.ShouldContain("<script>");
        wrong.One(".govuk-error-summary").TextContent.ShouldContain("第一条");
        var (cookie, token) = FormTokens.For(App, world.Clerk);
        clerk.Cookies["linli.form"] = cookie;
        var preview = await clerk.Post($"{desk}/draft?handler=Preview", [("__RequestVerificationToken", token), ("RequestId", Guid.NewGuid().ToString()), ("Input.Text", DocumentWorld.Text)]);
        preview.ShouldBe(HttpStatusCode.OK).All(".doc-preview li").Count.ShouldBe(5);
        (await App.Count("registry.document_versions", "compound_id = $1", world.Compound)).ShouldBe(0);
        (await clerk.Submit(preview, "form[data-draft]")).ShouldBe(HttpStatusCode.Found);
        (await App.Count("registry.document_versions", "compound_id = $1", world.Compound)).ShouldBe(1);

        var page = (await clerk.Get(desk)).ShouldBe(HttpStatusCode.OK);
        page = await Follow(clerk, await clerk.Submit(page, "form[action*='handler=Marks']", ("Marks.Marks[0].Position", "2")));
        page.All("option[selected]").ShouldContain(option => option.GetAttribute("value") == "2");
        var until = ChinaTime.DayOf(App.Clock.Now).AddDays(15);
        (await clerk.Submit(page, "form[action*='handler=Publish']", ("Publish.CommentUntil", until.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))).ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary");
        page = await Follow(clerk, await clerk.Submit(page, "form[action*='handler=Publish']", ("Publish.CommentUntil", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

        (await anybody.Get(reading)).ShouldBe(HttpStatusCode.OK).All("a[href$='/comment']").ShouldBeEmpty();
        (await owner.Get("/documents")).Location.ShouldBe($"/compounds/{world.Code}/documents");
        (await owner.Get(reading)).All("a[href$='/comment?article=2']").Count.ShouldBe(1);
        var say = (await owner.Get($"{reading}/comment?article=2")).ShouldBe(HttpStatusCode.OK);
        say.One("blockquote").TextContent.ShouldContain("小区党支部");
        (await owner.Submit(say, "form[data-draft]", ("Input.Text", ""))).ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary");
        (await owner.Submit(say, "form[data-draft]", ("Input.Text", "请写清楚<b>谁</b>召集"))).ShouldBe(HttpStatusCode.Found);
        page = await clerk.Get(desk);
        page.Text.ShouldContain("请写清楚&lt;b&gt;谁&lt;/b&gt;召集");
        await Follow(clerk, await clerk.Submit(page, "form[action*='handler=Answer']", ("Answer.Answer", "支部书记召集")));
        (await anybody.Get(reading)).One(".doc-answer").TextContent.ShouldContain("支部书记召集");
    }

    [Fact]
    public async Task Adoption_without_a_reason_names_what_is_missing_and_a_stranger_sees_no_form()
    {
        var world = await DocumentWorld.Make(App, "通过小区");
        var other = await DocumentWorld.Make(App, "他处小区");
        var desk = $"/registry/compounds/{world.Code}/documents/covenant";
        using var program = await App.ApiAs(world.Clerk);
        await program.Post(world.Desk("draft"), new { text = DocumentWorld.Text });
        using var clerk = await App.SignInAs(world.Clerk);
        var form = (await clerk.Get($"{desk}/adopt")).ShouldBe(HttpStatusCode.OK);
        form.Text.ShouldContain("党组织参与小区治理");
        var today = ChinaTime.DayOf(App.Clock.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var refused = (await clerk.Submit(form, "form[enctype]",
            ("Input.DecidedOn", today), ("Input.EffectiveOn", today), ("Input.Matter", "议案"), ("Input.AllHeads", "10"), ("Input.PartHeads", "11"))).ShouldBe(HttpStatusCode.OK);
        var told = refused.One(".govuk-error-summary").TextContent;
        told.ShouldContain("必备条款");
        told.ShouldContain("决定文件");
        told.ShouldContain("征求意见");
        refused.One("#Input_PartHeads").GetAttribute("value").ShouldBe("11");
        using var stranger = await App.SignInAs(other.Clerk);
        foreach (var page in new[] { "", "/draft", "/adopt" })
        {
            (await stranger.Get(desk + page)).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Two_versions_are_compared_with_marks_for_eyes_and_ears()
    {
        var world = await DocumentWorld.Make(App, "对照小区");
        using var program = await App.ApiAs(world.Clerk);
        await world.Adopted(program);
        await world.Adopted(program, DocumentWorld.Text.Replace("赔偿损失", "恢复原状并赔偿损失", StringComparison.Ordinal) + "\n第四条 新增的一条。");
        using var anybody = App.Visitor();
        var page = (await anybody.Get($"/compounds/{world.Code}/documents/covenant/compare")).ShouldBe(HttpStatusCode.OK);
        page.All("ins").Select(mark => mark.TextContent).ShouldBe(["恢复原状并", "新增的一条。"]);
        page.All("del").ShouldBeEmpty();
        page.All("section.cmp").Count.ShouldBe(2);
        (await anybody.Get($"/compounds/{world.Code}/documents/covenant/compare?all=true")).All("section.cmp").Count.ShouldBe(6);
        (await anybody.Get($"/compounds/{world.Code}/documents/covenant/compare?from=1&to=9")).ShouldBe(HttpStatusCode.NotFound);
        (await anybody.Get($"/compounds/{world.Code}/documents/duty-rules")).ShouldBe(HttpStatusCode.NotFound);
        (await anybody.Get($"/compounds/{world.Code}/documents")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Answer> Follow(Visitor visitor, Answer redirect)
    {
        redirect.ShouldBe(HttpStatusCode.Found);
        return (await visitor.Get(redirect.Location!)).ShouldBe(HttpStatusCode.OK);
    }
}
