using Linli.Web.Demo;
using Linli.Web.Platform;
using Npgsql;

namespace Linli.Web.Tests.Host;

/// <summary>Fills the templates by the product's own ways: its migrator and its demo world.</summary>
internal static class TestDemo
{
    public static Task LoadNothing(string database) => Fill(database, demo: false);

    public static Task Load(string database) => Fill(database, demo: true);

    private static async Task Fill(string database, bool demo)
    {
        var folder = TestFolders.Make(new NpgsqlConnectionStringBuilder(database).Database!);
        await using var app = TestApp.Build(database, folder, demo, new TestClock(), null);
        await LinliHost.Migrate(app.Services, CancellationToken.None);
        if (demo)
        {
            await DemoWorld.LoadOnce(app.Services, TextWriter.Null, CancellationToken.None);
        }
    }
}
