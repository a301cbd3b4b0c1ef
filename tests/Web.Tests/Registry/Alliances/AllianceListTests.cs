using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Alliances;

/// <summary>Lists of associations and agreements, narrowed and taken out as they are shown; what was not renewed is apart.</summary>
public class AllianceListTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry";

    private async Task Agreement(AllianceWorld world, string title, string state, int from, int to, Guid? id = null, Guid? renews = null, int? due = null)
    {
        var today = ChinaTime.DayOf(App.Clock.Now);
        var agreement = id ?? Guid.NewGuid();
        await App.Execute(
            $"insert into registry.agreements (id, title, first_party_id, second_party_id, starts_on, ends_on, state, first_signed_by, second_signed_by, renews_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, {(renews is { } of ? $"'{of}'" : "null")})",
            agreement, title, world.Branch, world.CompanyBranch, today.AddDays(from), today.AddDays(to), state, world.SecretaryPerson, world.CompanySecretaryPerson);
        if (due is { } days)
        {
            await App.Execute("insert into registry.commitments (id, agreement_id, position, side, promise, measure, due_on) values ($1, $2, 1, 'First', 'x', 'x', $3)", Guid.NewGuid(), agreement, today.AddDays(days));
        }
    }

    private static string[] Titles(Answer answer) =>
        [.. answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("title").GetString()!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Agreements_are_found_by_state_by_what_is_due_and_by_words_and_exported_alike()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var (followed, lapsed) = (Guid.NewGuid(), Guid.NewGuid());
        await Agreement(world, "甲草案", "Draft", 0, 300);
        await Agreement(world, "乙未始", "Signed", 10, 300);
        // Stored states are a night old: what holds today counts.
        await Agreement(world, "丙生效", "Signed", -10, 300, due: -3);
        await Agreement(world, "丁将到期", "InForce", -300, 5);
        await Agreement(world, "戊续签了", "Expiring", -300, -5, followed);
        await Agreement(world, "己接着", "InForce", -4, 300, renews: followed, due: 30);
        await Agreement(world, "庚没续签", "Ended", -300, -20, lapsed);
        await Agreement(world, "辛续签草案", "Draft", 1, 300, renews: lapsed);
        await Agreement(world, "壬终止", "Terminated", -300, 100);
        var list = $"{Api}/agreements";
        Titles(await worker.Get($"{list}?state=Draft")).ShouldBe(["甲草案", "辛续签草案"], ignoreOrder: true);
        Titles(await worker.Get($"{list}?state=Signed")).ShouldBe(["乙未始"]);
        Titles(await worker.Get($"{list}?state=InForce")).ShouldBe(["丙生效", "己接着"], ignoreOrder: true);
        Titles(await worker.Get($"{list}?state=Expiring")).ShouldBe(["丁将到期"]);
        Titles(await worker.Get($"{list}?state=Ended")).ShouldBe(["戊续签了", "庚没续签"], ignoreOrder: true);
        Titles(await worker.Get($"{list}?state=Terminated")).ShouldBe(["壬终止"]);
        Titles(await worker.Get($"{list}?due=EndsSoon")).ShouldBe(["丁将到期"]);
        Titles(await worker.Get($"{list}?due=RenewalLapsed")).ShouldBe(["庚没续签"]);
        Titles(await worker.Get($"{list}?due=PromiseOverdue")).ShouldBe(["丙生效"]);
        Titles(await worker.Get($"{list}?place=将到")).ShouldBe(["丁将到期"]);
        Titles(await worker.Get($"{list}?place=%25")).ShouldBeEmpty();
        Titles(await worker.Get(list)).Length.ShouldBe(9);
        (await worker.Get($"{list}?state=Nonsense")).ShouldBe(HttpStatusCode.BadRequest);

        using var browser = await App.SignInAs(world.WorkerPerson);
        var page = (await browser.Get("/registry/agreements")).ShouldBe(HttpStatusCode.OK);
        page.One("section[aria-labelledby=lapsed-h]").TextContent.ShouldContain("庚没续签");
        page.All("section[aria-labelledby=lapsed-h] a[href^='/registry/agreements/']").Count.ShouldBe(1);
        page = (await browser.Get("/registry/agreements?state=Expiring")).ShouldBe(HttpStatusCode.OK);
        page.All("section[aria-labelledby=lapsed-h]").ShouldBeEmpty();
        var export = page.One("a[href^='/registry/agreements/export']").GetAttribute("href")!;
        export.ShouldContain("state=Expiring");
        var book = (await browser.Get(export)).ShouldBe(HttpStatusCode.OK);
        book.Headers["Content-Disposition"].ShouldContain(".xlsx");
        (await browser.Get("/registry/agreements?state=Nonsense&due=%3Cscript%3E")).ShouldBe(HttpStatusCode.OK);

        var there = await AllianceWorld.Make(App);
        Titles(await (await App.ApiAs(there.WorkerPerson)).Get(list)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Associations_are_found_by_kind_state_and_place()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        async Task<Guid> Register(string kind, string name) =>
            (await worker.Post($"{Api}/alliances", new { kind, name, placeCode = world.CommunityCode, foundedOn = "2025-01-01", requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        await Register("Alliance", "红色联盟");
        var ended = await Register("CompanyAssociation", "物业协会");
        (await worker.Post($"{Api}/alliances/{ended}/end", new { lastDay = ChinaTime.DayOf(App.Clock.Now).AddDays(-1), reason = "合并" })).ShouldBe(HttpStatusCode.NoContent);
        string[] Names(Answer answer) => [.. answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()!)];
        Names(await worker.Get($"{Api}/alliances?kind=Alliance")).ShouldBe(["红色联盟"]);
        Names(await worker.Get($"{Api}/alliances?state=Ended")).ShouldBe(["物业协会"]);
        Names(await worker.Get($"{Api}/alliances?state=Open")).ShouldBe(["红色联盟"]);
        Names(await worker.Get($"{Api}/alliances?state=DutiesOpen")).ShouldBe(["红色联盟"]);
        Names(await worker.Get($"{Api}/alliances?place=物业")).ShouldBe(["物业协会"]);
        (await worker.Get($"{Api}/alliances/export?kind=Alliance")).ShouldBe(HttpStatusCode.OK);
        (await (await App.ApiAs(await App.World.OwnerIn(world.Compound))).Get($"{Api}/alliances/export")).ShouldBe(HttpStatusCode.Forbidden);
    }
}
