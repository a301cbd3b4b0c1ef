using System.Security.Cryptography;
using Linli.Web.Platform;
using Linli.Web.Platform.Operation;
using Linli.Web.Platform.Personal;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Personal;

/// <summary>A host whose key does not fit its database serves nothing, and makes no new key beside old data.</summary>
public class MasterKeyTests(LinliHostFixture host)
{
    [Fact]
    public async Task The_right_key_starts_again_and_again()
    {
        await using var app = await host.New();
        (await Prepare(app, FolderOf(app))).ShouldBe((true, string.Empty));
        (await Prepare(app, FolderOf(app))).ShouldBe((true, string.Empty));
        (await app.Count("platform.master_key")).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_key_is_refused_with_what_to_do(bool marked)
    {
        await using var app = await host.New();
        await Data(app, marked);
        var other = Folder(RandomNumberGenerator.GetBytes(32));
        var (ready, said) = await Prepare(app, other);
        ready.ShouldBeFalse();
        said.ShouldContain("does not fit the database");
        said.ShouldContain("If the key is lost");
        (await Prepare(app, Folder([]))).Ready.ShouldBeFalse();
        (await Prepare(app, FolderOf(app))).Ready.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_key_is_refused_and_none_is_made(bool marked)
    {
        await using var app = await host.New();
        await Data(app, marked);
        var empty = Directory.CreateTempSubdirectory("linli-no-key").FullName;
        var (ready, said) = await Prepare(app, empty);
        ready.ShouldBeFalse();
        said.ShouldContain("is missing");
        File.Exists(SecretKeys.FileIn(empty)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_database_takes_a_new_key_and_two_nodes_with_two_keys_do_not_both_start()
    {
        await using var app = await host.New();
        await app.Execute("delete from platform.data_protection_keys");
        var folders = Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("linli-new-key").FullName).ToArray();
        var answers = await Task.WhenAll(folders.Select(folder => Prepare(app, folder)));
        answers.Count(a => a.Ready).ShouldBe(1);
    }

    private static async Task Data(TestApp app, bool marked)
    {
        await app.World.Person(app.World.Phone());
        if (marked)
        {
            (await Prepare(app, FolderOf(app))).Ready.ShouldBeTrue();
        }
    }

    private static string FolderOf(TestApp app) => ((LinliSettings)app.Services.GetService(typeof(LinliSettings))!).DataFolder;

    private static string Folder(byte[] key)
    {
        var folder = Directory.CreateTempSubdirectory("linli-key").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        File.WriteAllText(SecretKeys.FileIn(folder), Convert.ToBase64String(key));
        return folder;
    }

    private static async Task<(bool Ready, string Said)> Prepare(TestApp app, string folder)
    {
        await using var node = TestApp.Build(app.Database, folder, demo: false, app.Clock, null);
        var said = new StringWriter();
        return (await OperatorCommands.Prepare(node.Services, said, CancellationToken.None), said.ToString());
    }
}
