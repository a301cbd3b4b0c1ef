using System.Diagnostics;
using System.Net;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry;
using Linli.Web.Registry.Divisions;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry;

public class ImportDivisionsTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Header = "code,name,level,parent,previous_code\n";

    private Task<Outcome<DivisionImport>> Import(params DivisionFile[] files) =>
        App.With<ImportDivisions, Outcome<DivisionImport>>(import => import.Execute(new() { Files = files }, App.Context(Actor.System), default));

    private async Task<DivisionImport> Import(string rows) => (await Import(new DivisionFile("t.csv", Encoding.UTF8.GetBytes(Header + rows)))).Value;

    [Fact]
    public async Task A_moved_community_keeps_its_id_and_takes_its_compounds_along()
    {
        await Import("1401,城甲,2,14,\n140101,区甲,3,1401,\n140101001,街甲,4,140101,\n140101002,街乙,4,140101,\n140101001001,红星社区居委会,5,140101001,\n");
        var community = await App.Scalar<Guid>("select id from registry.places where code = '140101001001'");
        await App.Execute(
            "insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source) values (gen_random_uuid(), $1, 'Compound', '140101001001-01', '14/01/01/001/001/01/', '院', '院', 'Y', 'test')",
            community);

        var moved = await Import("140101002009,红星社区居委会,5,140101002,140101001001\n");

        moved.Moved.ShouldBe(1);
        (await App.Scalar<Guid>("select id from registry.places where code = '140101002009'")).ShouldBe(community);
        (await App.Scalar<string>("select path from registry.places where parent_id = $1", community)).ShouldBe("14/01/01/002/009/01/");
        (await App.Scalar<string>("select code from registry.places where parent_id = $1", community)).ShouldBe("140101002009-01");
        (await Import("140101002009,红星社区居委会,5,140101002,140101001001\n")).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public async Task One_fault_and_nothing_is_imported_but_every_fault_is_told_with_its_line()
    {
        var before = await App.Count("registry.places");
        var import = await Import("1501,城,2,15,\n150199,区,3,1599,\n1501,城,2,15,\n15x,坏,3,1501,\nabc\n");
        import.Faults.Select(fault => (fault.Line, fault.Fault.Code)).ShouldBe(
            [(4, nameof(DivisionIsDuplicate)), (5, nameof(DivisionCodeIsMalformed)), (6, nameof(DivisionLineIsBroken))], ignoreOrder: true);
        (await Import("1501,城,2,15,\n150199,区,3,1599,\n")).Faults.Single().Fault.ShouldBeOfType<DivisionIsOrphan>().Line.ShouldBe(3);
        (await App.Count("registry.places")).ShouldBe(before);
    }

    [Fact]
    public async Task A_fault_is_told_by_its_own_file()
    {
        var good = new DivisionFile("good.csv", Encoding.UTF8.GetBytes(Header + "6101,城,2,61,\n"));
        var bad = new DivisionFile("bad.csv", Encoding.UTF8.GetBytes(Header + "610101,区,3,6101,\n610199,区,3,6199,\n"));
        var fault = (await Import(good, bad)).Value.Faults.Single();
        (fault.File, fault.Line).ShouldBe(("bad.csv", 3));
    }

    [Fact]
    public async Task Gb18030_and_quoted_fields_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes("code,name,level,parent\r\n6201,\"兰,州\"\"市\",2,62\r\n");
        (await Import(new DivisionFile("t.csv", bytes))).Value.Added.ShouldBe(1);
        (await App.Scalar<string>("select name from registry.places where code = '6201'")).ShouldBe("兰,州\"市");
    }

    [Theory]
    [InlineData("", nameof(DivisionFileIsEmpty))]
    [InlineData("code,name\n1,2\n", nameof(DivisionColumnIsMissing))]
    [InlineData("code,name,level,parent\n", nameof(DivisionFileIsEmpty))]
    [InlineData("code,name,level,parent\n6301,城,zwei,63\n", nameof(DivisionLevelIsNotANumber))]
    [InlineData("code,name,level,parent\n6301,\"城,2,63\n", nameof(DivisionLineIsBroken))]
    public async Task A_table_that_is_none_is_refused_in_words(string text, string code) =>
        (await Import(new DivisionFile("t.csv", Encoding.UTF8.GetBytes(text)))).Value.Faults.ShouldContain(fault => fault.Fault.Code == code);

    [Fact]
    public async Task A_community_worker_may_not_import()
    {
        var place = await App.World.Compound("无权小区");
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, place);
        var actor = await App.Actor(person);
        var outcome = await App.With<ImportDivisions, Outcome<DivisionImport>>(import =>
            import.Execute(new() { Files = [new DivisionFile("t.csv", [])] }, App.Context(actor), default));
        outcome.Refusals.Single().Code.ShouldBe("NotAllowedInThisCapacity");
    }

    [Fact]
    public async Task Twelve_thousand_rows_take_less_than_five_seconds_and_a_second_time_change_nothing()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("LINLI_SHARED") ?? Path.Combine(Root(), "..", "shared"), "data", "divisions", "chongqing-2021.csv");
        Assert.SkipUnless(File.Exists(file), "The shared division table is not here.");
        var table = new DivisionFile("chongqing.csv", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var started = Stopwatch.GetTimestamp();
        (await Import(table)).Value.Added.ShouldBe(12_303);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await Import(table)).Value.ShouldSatisfyAllConditions(i => i.ChangesNothing.ShouldBeTrue(), i => i.Unchanged.ShouldBe(12_303));
        await Browse("重庆市", "永川区", "中山路街道", "棠城社区");
    }

    // From the whole country down to a community, by the links that the pages show.
    private async Task Browse(params string[] names)
    {
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.PlatformAdministrator.Code, await App.Scalar<Guid>("select id from registry.places where code = '0'"));
        using var browser = await App.SignInAs(person);
        var page = (await browser.Get("/registry")).ShouldBe(HttpStatusCode.OK);
        foreach (var name in names)
        {
            var link = page.All("main a[href^='/registry/places/']").FirstOrDefault(a => a.TextContent.Contains(name, StringComparison.Ordinal))
                ?? page.All("main a[href^='/registry/places/']").Single(a => a.TextContent.Contains("市辖区", StringComparison.Ordinal));
            page = (await browser.Get(link.GetAttribute("href")!)).ShouldBe(HttpStatusCode.OK);
            if (!page.One("h1").TextContent.Contains(name, StringComparison.Ordinal))
            {
                page = await browser.Get(page.All("main a[href^='/registry/places/']").First(a => a.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("href")!);
            }

            page.One("h1").TextContent.ShouldContain(name);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Linli.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
