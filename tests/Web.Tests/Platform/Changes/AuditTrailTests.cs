using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Changes;

/// <summary>The audit trail is append-only, and whoever changes it past the database's guard is found out.</summary>
public class AuditTrailTests(LinliHostFixture host)
{
    [Fact]
    public async Task A_sealed_trail_is_whole_and_its_head_is_named()
    {
        await using var app = await host.New();
        await Write(app, 5);
        await app.Background.Run<SealAuditEntries>();
        var verdict = await Verify(app);
        verdict.IsWhole.ShouldBeTrue();
        (verdict.Sealed, verdict.Unsealed).ShouldBe((5, 0));
        verdict.Head.ShouldStartWith("5:");
        (await Verify(app, verdict.Head)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task Entries_that_wait_for_their_seal_are_counted()
    {
        await using var app = await host.New();
        await Write(app, 2);
        await app.Background.Run<SealAuditEntries>();
        await Write(app, 3);
        var verdict = await Verify(app);
        (verdict.Sealed, verdict.Unsealed, verdict.IsWhole).ShouldBe((2, 3, true));
    }

    [Fact]
    public async Task Two_nodes_that_seal_at_once_make_one_chain()
    {
        await using var app = await host.New();
        await Write(app, 40);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Background.Run<SealAuditEntries>()));
        var verdict = await Verify(app);
        (verdict.Sealed, verdict.Unsealed, verdict.IsWhole).ShouldBe((40, 0, true));
    }

    [Theory]
    [InlineData("update platform.audit_entries set reason = 'x'")]
    [InlineData("delete from platform.audit_entries")]
    [InlineData("truncate platform.audit_entries cascade")]
    [InlineData("update platform.audit_seals set hash = ''")]
    [InlineData("delete from platform.audit_seals")]
    public async Task The_database_refuses_to_change_it(string sql)
    {
        await using var app = await host.New();
        await Write(app, 1);
        await app.Background.Run<SealAuditEntries>();
        (await Should.ThrowAsync<PostgresException>(() => app.Execute(sql))).MessageText.ShouldContain("append-only");
    }

    [Fact]
    public async Task An_entry_changed_behind_the_guard_is_found_at_its_position()
    {
        await using var app = await host.New();
        await Write(app, 5);
        await app.Background.Run<SealAuditEntries>();
        await BehindTheGuard(app, "update platform.audit_entries set reason = 'x' where id = (select entry_id from platform.audit_seals where position = 3)");
        var verdict = await Verify(app);
        (verdict.IsWhole, verdict.BrokenAt).ShouldBe((false, 3));
    }

    [Fact]
    public async Task A_seal_taken_out_of_the_middle_is_found()
    {
        await using var app = await host.New();
        await Write(app, 5);
        await app.Background.Run<SealAuditEntries>();
        await BehindTheGuard(app, "delete from platform.audit_seals where position = 2");
        var verdict = await Verify(app);
        verdict.IsWhole.ShouldBeFalse();
        verdict.Stray.ShouldBe(1);
    }

    [Fact]
    public async Task A_tail_cut_off_is_found_by_whoever_noted_the_head()
    {
        await using var app = await host.New();
        await Write(app, 5);
        await app.Background.Run<SealAuditEntries>();
        var head = (await Verify(app)).Head;
        await BehindTheGuard(app, """
            with cut as (delete from platform.audit_seals where position > 3 returning entry_id)
            delete from platform.audit_entries where id in (select entry_id from cut)
            """);
        (await Verify(app)).IsWhole.ShouldBeTrue();
        (await Verify(app, head)).IsWhole.ShouldBeFalse();
    }

    private static async Task Write(TestApp app, int count)
    {
        var actor = await app.Actor(await app.World.Person());
        for (var i = 0; i < count; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            var saved = await app.With<Web.Platform.Changes.Changes, bool>(async changes =>
                !(await changes.Save(app.Context(actor), "TestAct", "TestSubject", Guid.NewGuid(), new { i }, CancellationToken.None)).IsRefused);
            saved.ShouldBeTrue();
        }
    }

    private static Task<AuditVerdict> Verify(TestApp app, string? head = null) =>
        app.Services.GetRequiredService<VerifyAudit>().Run(head, CancellationToken.None);

    // As somebody with the rights of the database's owner would.
    private static async Task BehindTheGuard(TestApp app, string sql)
    {
        await using var connection = new NpgsqlConnection(app.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}; set session_replication_role = default", connection);
        await command.ExecuteNonQueryAsync();
    }
}
