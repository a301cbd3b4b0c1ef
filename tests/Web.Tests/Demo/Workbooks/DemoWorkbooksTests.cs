using System.Globalization;
using System.IO.Compression;
using Linli.Web.Demo;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Demo.World;
using Linli.Web.Registry.Exchange;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Architecture;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo.Workbooks;

/// <summary>
/// The workbooks that the demo world is loaded from are what this generator writes. LINLI_WRITE_WORKBOOKS=1 makes it write them
/// (docs/decisions/0015); otherwise they are compared, part by part: how a part is packed may differ between machines.
/// </summary>
public class DemoWorkbooksTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Presets = "src/Web/Demo/Presets";

    [Fact]
    public async Task The_committed_workbooks_are_those_that_the_generator_writes()
    {
        var ground = await Ground("workbooks");
        var (world, books) = Draft(ground);
        var folder = Path.Combine(House.Root, Presets);
        if (Environment.GetEnvironmentVariable("LINLI_WRITE_WORKBOOKS") == "1")
        {
            foreach (var (name, content) in books)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
            }
        }

        books.Count.ShouldBeGreaterThan(10);
        Directory.GetFiles(folder, "*.xlsx").Select(Path.GetFileName).ShouldBe(books.Keys, ignoreOrder: true);
        foreach (var (name, content) in books)
        {
            Parts(await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken)).ShouldBe(Parts(content), name);
        }

        // Nobody else bears a name or has a number of theirs.
        var names = Preset.Read<MadeUpNames.Preset>("names");
        (names.InWorkbooks, names.PhonesInWorkbooks).ShouldBe((world.Rows.Of<Person>().Count(), world.Rows.Of<Person>().Count(person => person.PhoneIndex is not null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(466)]
    [InlineData(1565)]
    public async Task The_world_stands_on_any_day(int later)
    {
        var ground = await Ground("days");
        var world = DemoWorld.Build(ground with { Now = ground.Now.AddDays(later) }, new DemoRoles());
        var kangqiao = world.Rows.Of<Place>().Single(place => place.Name == "康桥生活公园").Id;
        // Whoever left last month left last month whenever it is loaded.
        world.Rows.Of<PostHeld>().Count(post => post.PlaceId == kangqiao && post.EndsOn < world.Today && post.EndsOn > world.Today.AddDays(-40)).ShouldBe(1);
        world.Rows.Of<PostHeld>().Where(post => post.PlaceId == kangqiao && post.Kind == "committee-chair").ShouldAllBe(post => post.StartsOn < world.Today && post.EndsOn > world.Today);
        world.Rows.Of<Service>().Single(service => service.CompoundId == kangqiao).StartsOn.ShouldBe(DemoDay.Moved(DemoDay.Written.AddMonths(-22), world.Today));
    }

    // No places but the root: the drafts stand in a world of their own.
    private async Task<WorldGround> Ground(string name)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var ground = await WorldGround.Of(scope.ServiceProvider, name, CancellationToken.None);
        return ground with { Places = [.. ground.Places.Where(place => place.Code == "0")], Now = ChinaNoon };
    }

    private static DateTimeOffset ChinaNoon => new(DemoDay.Written.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    private (WorldBuilder World, SortedDictionary<string, byte[]> Books) Draft(WorldGround ground)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("zh-Hans"));
        var texts = App.Services.GetRequiredService<IStringLocalizer<ExchangeTexts>>();
        var names = new WorldBuilder(ground with { Name = "names" });
        Divisions.Build(names);
        var zhongshanlu = Zhongshanlu.Build(names, new DemoRoles());

        var world = new WorldBuilder(ground with { FirstName = 0, FirstPhone = 1 });
        Divisions.Build(world);
        var kangqiao = new DraftKangqiao(world);
        var drafts = new DraftCompounds(world);
        var books = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        void Write(string name, CompoundBuilder compound, params IReadOnlyList<DraftRegistration> registrations) =>
            books.Add($"{name}.xlsx", new DraftWorkbook(world, compound, texts).Bytes(registrations));
        Write("kangqiao", kangqiao.Compound, kangqiao.Registrations());
        Write("shuren", drafts.Shuren());
        foreach (var compound in drafts.LivedIn(zhongshanlu).Concat(drafts.Changcheng()))
        {
            Write($"compound-{compound.Place.Code}", compound);
        }

        return (world, books);
    }

    private static string Parts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"{entry.FullName}\n{reader.ReadToEnd()}\n";
        }));
    }
}
