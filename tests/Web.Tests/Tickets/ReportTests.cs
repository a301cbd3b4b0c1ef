using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets;

/// <summary>A lift stands still and everybody reports at once: each report is there once, with its record, and the nearest dispatchers are told.</summary>
public class ReportTests(EmptyHost host) : EmptyHostTests(host)
{
    private static object Body(Guid id, Guid? building = null) =>
        new { requestId = id, category = "lift", placeText = "1单元", description = "电梯停在3楼不动", placeId = building };

    // Everything that a report leaves behind.
    private async Task<long[]> Counts()
    {
        string[] tables =
        [
            "tickets.tickets", "tickets.timeline", "platform.outbox",
            "platform.handled_requests where process = 'ReportTicket'", "platform.audit_entries where process = 'ReportTicket'",
        ];
        var counts = new List<long>();
        foreach (var table in tables)
        {
            counts.Add(await App.Scalar<long>($"select count(*) from {table}"));
        }

        return [.. counts];
    }

    [Fact]
    public async Task Many_reports_at_once_with_doubled_ones_among_them_are_stored_once_each()
    {
        var compound = await App.World.Compound("测试小区");
        var owners = new List<ApiClient>();
        for (var i = 0; i < 6; i++)
        {
            owners.Add(await App.ApiAs(await App.World.OwnerIn(compound)));
        }

        var before = await Counts();
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToArray();
        var answers = await Task.WhenAll(ids.Concat(ids).Select((id, i) => owners[i % 60 % 6].Post("/api/v1/tickets/", Body(id))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        for (var i = 0; i < 60; i++)
        {
            answers[i].Json.GetProperty("number").GetString().ShouldBe(answers[i + 60].Json.GetProperty("number").GetString());
        }

        (await Counts()).ShouldBe(before.Select(count => count + 60));

        await App.Background.Run<SealAuditEntries>();
        (await App.With<VerifyAudit, AuditVerdict>(verify => verify.Run(null, CancellationToken.None))).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_building_of_another_compound_is_refused_and_leaves_nothing()
    {
        var mine = await App.World.Compound("测试小区");
        var other = await App.World.Place("他区1栋", PlaceKind.Building, "98/0001/01/", await App.World.CompoundAt("他区", "98/0001/", null));
        using var owner = await App.ApiAs(await App.World.OwnerIn(mine));
        var before = await Counts();
        var answer = await owner.Post("/api/v1/tickets/", Body(Guid.NewGuid(), other));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Counts()).ShouldBe(before);
    }

    [Fact]
    public async Task The_nearest_dispatchers_are_told_and_whoever_sits_above_them_is_not()
    {
        var street = await App.World.Place("测试街道", PlaceKind.Subdistrict, "97/");
        var served = await App.World.CompoundAt("有物业", "97/0001/", street);
        var unserved = await App.World.CompoundAt("三无", "97/0002/", street);
        var (dispatcher, officer) = (await App.World.Person(), await App.World.Person());
        await App.World.Post(dispatcher, PostKinds.PropertyDispatcher.Code, served);
        await App.World.Post(officer, PostKinds.SubdistrictOfficer.Code, street);
        foreach (var compound in new[] { served, unserved })
        {
            using var owner = await App.ApiAs(await App.World.OwnerIn(compound));
            (await owner.Post("/api/v1/tickets/", Body(Guid.NewGuid()))).Status.ShouldBe(HttpStatusCode.Created);
        }

        await App.Background.SendOutbox();
        (await App.Scalar<long>($"select count(*) from platform.notifications where person_id = '{dispatcher}'")).ShouldBe(1);
        (await App.Scalar<long>($"select count(*) from platform.notifications where person_id = '{officer}'")).ShouldBe(1);
        (await App.Scalar<long>("select count(*) from platform.outbox")).ShouldBe(0);
    }
}
