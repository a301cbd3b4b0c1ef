using System.Net;
using Linli.Domain.Registry.Committees;
using Linli.Web.Registry.Committees;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Committees;

/// <summary>A committee from the first application through its lapse to the next term, with a clock that is moved (requirement A9).</summary>
public class CommitteeLifeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_whole_life_with_lapse_and_acting_by_the_residents_committee()
    {
        var desk = await CommitteeDesk.In(App);
        await desk.Do(desk.Worker, BodyAct.BeginForming, new { note = "业主联名申请" });
        (await desk.Try(desk.Worker, BodyAct.PublishCandidates)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("PreparatoryGroupIsMissing");
        await desk.Do(desk.Worker, BodyAct.FormPreparatoryGroup, new { members = 7, owners = 4 });
        await desk.Do(desk.Worker, BodyAct.PublishCandidates);
        desk.MoveTo(desk.Today.AddDays(15));
        var end = desk.Today.AddDays(399);
        await desk.Do(desk.Worker, BodyAct.RecordElection, new { members = 5, termTo = end });
        await desk.Do(desk.Chair, BodyAct.File);
        (await desk.Try(desk.Worker, BodyAct.AnswerFiling)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("ActBelongsToOthers");
        await desk.Do(desk.Officer, BodyAct.AnswerFiling);
        (await desk.State()).ShouldBe("Active");
        (await Coverage(desk)).ShouldBe((1, 1));

        // Nobody acts: the alert climbs, and the term ends.
        desk.MoveTo(end.AddDays(1));
        await App.Background.Run<ClimbTermAlerts>();
        (await desk.State()).ShouldBe("Lapsed");
        (await Coverage(desk)).ShouldBe((1, 0));
        await desk.Do(desk.Worker, BodyAct.ActByResidents);
        (await desk.State()).ShouldBe("ActingByResidents");
        (await desk.Try(desk.Worker, BodyAct.RecordReelection)).Problem.ShouldBe("ActIsNotOpenInState");
        await desk.Do(desk.Worker, BodyAct.FormReelectionGroup, new { members = 7, owners = 5 });

        // Elected again; nothing goes on before seal, papers and accounts are handed over and the filing is answered.
        await desk.Do(desk.Officer, BodyAct.RecordReelection, new { members = 7, termTo = desk.Today.AddYears(4) });
        (await desk.Try(desk.Worker, BodyAct.CompleteHandover)).Problem.ShouldBe("HandoverItemsAreOpen");
        (await desk.Try(desk.Worker, BodyAct.SignHandoverItem, new { item = "Seal" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("TextIsMissing");
        (await desk.Try(desk.Worker, BodyAct.SignHandoverItem, new { item = "Seal", givenBy = "测试甲某", takenBy = "测试甲某" })).Problem.ShouldBe("HandoverNeedsTwoPeople");
        foreach (var item in new[] { "Seal", "Documents", "Accounts" })
        {
            await desk.Do(desk.Worker, BodyAct.SignHandoverItem, new { item, givenBy = "测试甲某", takenBy = "测试乙某" });
        }

        (await desk.Try(desk.Worker, BodyAct.CompleteHandover)).Problem.ShouldBe("FilingIsNotAnswered");
        await desk.Do(desk.Chair, BodyAct.File);
        await desk.Do(desk.Officer, BodyAct.AnswerFiling);
        await desk.Do(desk.Worker, BodyAct.CompleteHandover);
        (await desk.State()).ShouldBe("Active");
        (await Coverage(desk)).ShouldBe((1, 1));

        const string Acts = "registry.body_acts a join registry.governing_bodies b on b.id = a.body_id";
        (await App.Count(Acts, "b.compound_id = $1 and a.rules <> 'sichuan@1+national@1'", desk.Compound)).ShouldBe(0);
        (await App.Count(Acts, "b.compound_id = $1 and a.act = 'Lapse' and a.person_id is null", desk.Compound)).ShouldBe(1);
        (await App.Count("platform.audit_entries", "process = 'RecordBodyAct' and subject_kind = 'GoverningBody' and details like '%甲某%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Alerts_climb_while_nobody_acts_and_each_step_comes_once()
    {
        var desk = await CommitteeDesk.In(App);
        var end = desk.Today.AddDays(400);
        await desk.InOffice(end);
        async Task On(DateOnly day, long alerts)
        {
            desk.MoveTo(day);
            await App.Background.Run<ClimbTermAlerts>();
            await App.Background.Run<ClimbTermAlerts>();
            (await desk.Alerts()).ShouldBe(alerts, $"{day}");
        }

        var report = end.AddMonths(-3) < end.AddDays(-90) ? end.AddMonths(-3) : end.AddDays(-90);
        await On(report.AddDays(-31), 0);
        await On(report.AddDays(-30), 1);
        (await desk.NoticesOf(desk.Chair, "CommitteeEarlyToCommittee")).ShouldBe(1);
        (await desk.NoticesOf(desk.Worker, "CommitteeEarlyToCommittee")).ShouldBe(0);
        (await desk.State()).ShouldBe("Expiring");
        await On(report, 2);
        await On(report.AddDays(14), 2);
        await On(report.AddDays(15), 3);
        (await desk.NoticesOf(desk.Worker, "CommitteeToCommunity")).ShouldBe(1);
        (await desk.NoticesOf(desk.Officer, "CommitteeToCommunity")).ShouldBe(0);
        await On(report.AddDays(30), 4);
        (await desk.NoticesOf(desk.Officer, "CommitteeToSubdistrict")).ShouldBe(1);
        await On(end, 4);
        await On(end.AddDays(1), 5);
        (await desk.NoticesOf(desk.Chair, "CommitteeTermIsOver")).ShouldBe(1);
        (await desk.NoticesOf(desk.Officer, "CommitteeTermIsOver")).ShouldBe(1);
        // Sixty days for a re-election group, then that is told too.
        await On(end.AddDays(61), 5);
        await On(end.AddDays(62), 6);
        (await desk.NoticesOf(desk.Officer, "CommitteeDeadlineMissed")).ShouldBe(1);
    }

    [Fact]
    public async Task Where_a_level_has_nobody_the_next_one_hears()
    {
        var desk = await CommitteeDesk.In(App, withChair: false);
        var end = desk.Today.AddDays(100);
        await desk.InOffice(end);
        await App.Background.Run<ClimbTermAlerts>();
        (await desk.NoticesOf(desk.Worker, "CommitteeEarlyToCommittee")).ShouldBe(1);
        await App.Execute("update registry.posts set ended_on = '2026-01-02' where person_id = $1", desk.Worker);
        desk.MoveTo(end.AddDays(1));
        await App.Background.Run<ClimbTermAlerts>();
        (await desk.NoticesOf(desk.Officer, "CommitteeReportIsDue")).ShouldBe(1);
        (await desk.Alerts("told = 0")).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_reports_stops_the_climb()
    {
        var desk = await CommitteeDesk.In(App);
        var end = desk.Today.AddDays(100);
        await desk.InOffice(end);
        await desk.Do(desk.Chair, BodyAct.ReportReelection);
        desk.MoveTo(end.AddDays(-45));
        await App.Background.Run<ClimbTermAlerts>();
        (await desk.Alerts("step in ('ToCommunity', 'ToSubdistrict')")).ShouldBe(0);
        desk.MoveTo(end.AddDays(-30));
        await App.Background.Run<ClimbTermAlerts>();
        (await desk.Alerts("step = 'ToSubdistrict'")).ShouldBe(1);
    }

    private async Task<(int, int)> Coverage(CommitteeDesk desk)
    {
        using var api = await App.ApiAs(desk.Worker);
        var view = (await api.Get("/api/v1/registry/committees")).ShouldBe(HttpStatusCode.OK).Json;
        return (view.GetProperty("compounds").GetInt32(), view.GetProperty("covered").GetInt32());
    }
}
