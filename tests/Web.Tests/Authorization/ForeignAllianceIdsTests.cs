using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tests.Registry.Alliances;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>Ids in bodies and forms of associations, agreements and committees: those of another community reach nothing.</summary>
public class ForeignAllianceIdsTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry";

    private sealed record Side(AllianceWorld World, ApiClient Worker, Guid Association, Guid PlanItem, Guid Member, Guid Agreement, Guid Draft, Guid Commitment, Guid DraftCommitment, Guid Proof);

    private static Guid Value(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private async Task<Side> Make()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var association = Value(await worker.Post($"{Api}/alliances", new { kind = "CompanyAssociation", name = "测试协会", placeCode = world.CommunityCode, foundedOn = "2025-01-01" }));
        var item = Value(await worker.Post($"{Api}/alliances/{association}/plan", new { duty = "rate-the-trade", title = "年度评价", dueOn = "2026-12-01" }));
        var member = Value(await worker.Post($"{Api}/alliances/{association}/members", new { member = world.Company, way = "Appointment", decidedBy = "测试", decidedOn = "2026-02-01" }));
        async Task<(Guid, Guid)> Agreement(string state)
        {
            var (agreement, commitment) = (Guid.NewGuid(), Guid.NewGuid());
            await App.Execute(
                "insert into registry.agreements (id, title, first_party_id, second_party_id, starts_on, ends_on, state, first_signed_by, second_signed_by) values ($1, '测试协议', $2, $3, '2026-01-01', '2027-12-31', $4, $5, $6)",
                agreement, world.Branch, world.CompanyBranch, state, world.SecretaryPerson, world.CompanySecretaryPerson);
            await App.Execute("insert into registry.commitments (id, agreement_id, position, side, promise, measure, due_on) values ($1, $2, 1, 'First', '测试', '测试', '2027-06-01')", commitment, agreement);
            return (agreement, commitment);
        }

        var (inForce, promise) = await Agreement("InForce");
        var (draft, drafted) = await Agreement("Draft");
        var second = Guid.NewGuid();
        await App.Execute("insert into registry.commitments (id, agreement_id, position, side, promise, measure, due_on) values ($1, $2, 2, 'Second', '测试', '测试', '2027-06-01')", second, inForce);
        var proof = Guid.NewGuid();
        await App.Execute(
            "insert into registry.fulfilments (id, commitment_id, done_on, report, proved_by, proved_as, proved_at) values ($1, $2, '2026-06-01', '测试', $3, '测试', $4)",
            proof, second, world.CompanySecretaryPerson, App.Clock.Now);
        return new(world, worker, association, item, member, inForce, draft, promise, drafted, proof);
    }

    private static object Activity(object? item = null, object? photo = null) => new
    {
        duty = "rate-the-trade", planItem = item, title = "评价会", heldOn = "2026-11-01", done = "逐家评价", participants = 13, result = "公示",
        photos = photo is null ? [] : new[] { photo }, requestId = Guid.NewGuid(),
    };

    [Fact]
    public async Task Work_of_an_association_takes_own_plan_items_and_own_photos()
    {
        var (own, foreign) = (await Make(), await Make());
        var activities = $"{Api}/alliances/{own.Association}/activities";
        await App.Refused(own.Worker, activities, await BodySide.FreePhoto(App, foreign.World.WorkerPerson), await BodySide.FreePhoto(App, own.World.WorkerPerson), id => Activity(photo: id));
        await App.RefusedByForm(
            own.World.WorkerPerson, null, $"/registry/alliances/{own.Association}/work/record?handler=Activity",
            await BodySide.FreePhoto(App, foreign.World.WorkerPerson), await BodySide.FreePhoto(App, own.World.WorkerPerson), "KeptPhotos",
            ("Activity.Duty", "rate-the-trade"), ("Activity.Title", "评价会"), ("Activity.HeldOn", "2026-11-01"), ("Activity.Done", "逐家评价"), ("Activity.Participants", "3"), ("Activity.Result", "公示"));
        await App.RefusedByForm(
            own.World.WorkerPerson, null, $"/registry/alliances/{own.Association}/work/record?handler=Drop", foreign.PlanItem,
            Value(await own.Worker.Post($"{Api}/alliances/{own.Association}/plan", new { duty = "rate-the-trade", title = "再评", dueOn = "2026-12-01" })), "Dropping", ("Drop.Reason", "不开了"));
        await App.Refused(own.Worker, activities, foreign.PlanItem, own.PlanItem, id => Activity(item: id));
    }

    [Fact]
    public async Task An_association_is_registered_at_an_own_place_and_lets_own_members_go()
    {
        var (own, foreign) = (await Make(), await Make());
        await App.Refused(own.Worker, $"{Api}/alliances", foreign.World.CommunityCode, own.World.CommunityCode, code =>
            new { kind = "Alliance", name = "测试联盟", placeCode = code, foundedOn = "2025-01-01", requestId = Guid.NewGuid() });
        await App.RefusedByForm(
            own.World.WorkerPerson, null, $"/registry/alliances/{own.Association}?handler=Leave", foreign.Member, own.Member, "Leaving", ("Leave.LastDay", "2026-11-20"), ("Leave.Reason", "合并"));
    }

    [Fact]
    public async Task On_an_agreements_page_commitments_proofs_and_photos_are_the_own_ones()
    {
        var (own, foreign) = (await Make(), await Make());
        var page = $"/registry/agreements/{own.Agreement}";
        var secretary = own.World.SecretaryPerson;
        await App.RefusedByForm(
            own.World.WorkerPerson, null, $"/registry/agreements/{own.Draft}?handler=Remove", foreign.DraftCommitment, own.DraftCommitment, "Removing");
        (string, string)[] proof = [("Proof.DoneOn", "2026-11-01"), ("Proof.Report", "已更新")];
        await App.RefusedByForm(secretary, null, $"{page}?handler=Prove", foreign.Commitment, await ProveFirst(own, foreign, page, proof), "Proving", proof);
        await App.RefusedByForm(secretary, null, $"{page}?handler=Check", foreign.Proof, own.Proof, "Checking", ("Verdict.Accepted", "true"));
    }

    // The photo is tried first, by a commitment of its own; a second one is left to be proved.
    private async Task<Guid> ProveFirst(Side own, Side foreign, string page, (string, string)[] proof)
    {
        var secretary = own.World.SecretaryPerson;
        await App.RefusedByForm(
            secretary, null, $"{page}?handler=Prove", await BodySide.FreePhoto(App, foreign.World.SecretaryPerson), await BodySide.FreePhoto(App, secretary), "KeptPhotos",
            [("Proving", own.Commitment.ToString()), .. proof]);
        var another = await Promise(own, 3);
        await App.Refused(
            await App.ApiAs(secretary), $"{Api}/agreements/commitments/{another}/proofs", await BodySide.FreePhoto(App, foreign.World.SecretaryPerson), await BodySide.FreePhoto(App, secretary), id =>
                new { doneOn = "2026-11-01", report = "已更新", photos = new[] { id }, requestId = Guid.NewGuid() });
        return await Promise(own, 4);
    }

    private async Task<Guid> Promise(Side side, int position)
    {
        var id = Guid.NewGuid();
        await App.Execute("insert into registry.commitments (id, agreement_id, position, side, promise, measure, due_on) values ($1, $2, $3, 'First', '测试', '测试', '2027-06-01')", id, side.Agreement, position);
        return id;
    }

    [Fact]
    public async Task A_paper_of_somebody_else_proves_no_act_of_a_committee()
    {
        var own = await AllianceWorld.Make(App);
        var stranger = await App.World.Person();
        var worker = await App.ApiAs(own.WorkerPerson);
        var code = await App.Scalar<string>("select code from registry.places where id = $1", own.Compound);
        await App.Refused(worker, $"{Api}/compounds/{code}/committee/acts", await BodySide.FreePhoto(App, stranger), await BodySide.FreePhoto(App, own.WorkerPerson), id =>
            new { kind = "OwnersCommittee", act = "RecordExisting", members = 5, termTo = "2029-01-01", papers = new[] { id }, requestId = Guid.NewGuid() });
        await App.Execute("delete from registry.body_acts where body_id in (select id from registry.governing_bodies where compound_id = $1)", own.Compound);
        await App.Execute("delete from registry.governing_bodies where compound_id = $1", own.Compound);
        await App.RefusedByForm(
            own.WorkerPerson, null, $"/registry/compounds/{code}/committee/record?kind=OwnersCommittee&act=RecordExisting",
            await BodySide.FreePhoto(App, stranger), await BodySide.FreePhoto(App, own.WorkerPerson), "Input.Kept", ("Input.Members", "5"), ("Input.TermTo", "2029-01-01"));
    }
}
