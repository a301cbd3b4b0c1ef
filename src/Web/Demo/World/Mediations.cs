using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// Made-up disputes of 回风亭社区 before its people's mediation committee: one that waits for a mediator, one under way, one whose agreement is being followed
/// up, and the closed ones of the year; and one in 康桥 to which two persons of the sign-in page are invited.
/// </summary>
internal sealed class Mediations(WorldBuilder world)
{
    private const string Community = "511902003001";

    private int last;

    public static void Build(WorldBuilder world, DemoRoles roles, CompoundBuilder kangqiao) => new Mediations(world).Build(roles, kangqiao);

    private void Build(DemoRoles roles, CompoundBuilder kangqiao)
    {
        var community = world.Place(Community);
        var committee = world.Organisation(OrganisationKind.MediationCommittee, "回风亭社区人民调解委员会", community);
        var mediator = world.Post(world.Person(), PostKinds.Mediator, committee, community);
        var colleague = world.Post(world.Person(), PostKinds.Mediator, committee, community);
        roles.Add(DemoRole.Mediator, mediator.Person);

        var compounds = world.Rows.Of<Place>().Where(place => place.Kind == PlaceKind.Compound && place.Path.StartsWith(community.Path, StringComparison.Ordinal)).ToArray();
        var nursery = compounds.Single(place => place.Name == "苗圃小区");
        var homes = Homes(nursery);
        Waiting(nursery, homes);
        UnderWay(nursery, homes, mediator, colleague);
        Agreed(nursery, homes, mediator);
        Past(compounds, colleague);
        Invited(roles, kangqiao);
    }

    private Person[] Homes(Place compound)
    {
        var building = new CompoundBuilder(world, compound, world.Rows.Of<Compound>().Single(row => row.PlaceId == compound.Id)).WithBuilding("1栋", 1);
        return [.. Enumerable.Range(1, 6).Select(floor =>
        {
            var owner = world.Person();
            building.WithUnit($"{floor}01").OwnedBy(owner);
            return owner;
        })];
    }

    private void Waiting(Place compound, Person[] homes)
    {
        var one = Case(compound, "parking", MediationState.Applied, daysAgo: 1, homes[0]);
        (one.Statement, one.OtherSide) = (Seal("邻居家的车常常停在我家车位上，说过几次都没有用，希望有人帮着谈一谈。"), Seal("同楼一户人家"));
        Party(one, PartySide.Applicant, homes[0], ConsentState.Given);
    }

    private void UnderWay(Place compound, Person[] homes, PostHolder mediator, PostHolder colleague)
    {
        var one = Case(compound, "leak", MediationState.InMediation, daysAgo: 9, homes[1]);
        (one.Statement, one.OtherSide) = (Seal("楼上卫生间漏水，我家吊顶发霉，希望楼上尽快修好并补一部分粉刷费用。"), Seal("楼上301"));
        (one.Summary, one.AcceptedAt, one.ConsentedAt) = (Seal("1栋201室卫生间顶部渗水，双方对原因和修理费用有不同看法。"), At(8), At(6));
        var (applicant, respondent) = (Party(one, PartySide.Applicant, homes[1], ConsentState.Given), Party(one, PartySide.Respondent, homes[2], ConsentState.Given));
        Mediator(one, mediator);
        Mediator(one, colleague);
        Session(one, world.Now.AddDays(-4), "社区调解室", [applicant, respondent], "双方看了现场。被申请人同意请人检修防水，费用怎么分担没有谈拢，约定下次带报价单来。");
        Session(one, ChinaTime.At(world.Today.AddDays(2), new TimeOnly(15, 0)), "社区调解室", [], notes: null);
    }

    private void Agreed(Place compound, Person[] homes, PostHolder mediator)
    {
        var one = Case(compound, "noise", MediationState.FollowUp, daysAgo: 40, homes[3]);
        (one.Statement, one.OtherSide) = (Seal("楼上晚上十点以后还在拖动家具、练琴，老人休息不好。"), Seal("楼上501"));
        (one.Summary, one.AcceptedAt, one.ConsentedAt, one.ConcludedAt) = (Seal("夜间练琴、拖动家具的声音影响楼下休息。"), At(38), At(35), At(20));
        (one.Form, one.Terms) = (AgreementForm.Written, Seal("双方互相体谅，今后有事先当面说，不在业主群里争论。"));
        var (applicant, respondent) = (Party(one, PartySide.Applicant, homes[3], ConsentState.Given, signed: 20), Party(one, PartySide.Respondent, homes[4], ConsentState.Given, signed: 20));
        Mediator(one, mediator, signed: 20);
        Session(one, At(21), "社区调解室", [applicant, respondent], "双方都愿意退一步。");
        Promise(one, respondent, 1, "晚上九点半以后不练琴，家具脚加装静音垫。", -6);
        Promise(one, applicant, 2, "把投诉撤下来，有事先敲门说一声。", -13);
        Visit(one, daysAgo: 13, VisitResult.Partly, "静音垫已经装好，练琴时间还有一两次超过。");
        Visit(one, daysAgo: -2, result: null, note: null);
    }

    // What the figures of the year are made of; nobody on the platform is among their parties.
    private void Past(Place[] compounds, PostHolder colleague)
    {
        string[] kinds = ["noise", "leak", "parking", "noise", "fees", "service", "noise", "leak"];
        MediationResult[] results = [MediationResult.Agreement, MediationResult.Agreement, MediationResult.Agreement, MediationResult.NoAgreement, MediationResult.Agreement, MediationResult.Withdrawn];
        for (var at = 0; at < 34; at++)
        {
            var one = Case(compounds[at % 3], kinds[at % kinds.Length], MediationState.Closed, daysAgo: 60 + (at * 7), applicant: null);
            (one.AcceptedAt, one.ConsentedAt, one.ClosedAt, one.Result) = (one.AppliedAt.AddDays(1), one.AppliedAt.AddDays(3), one.AppliedAt.AddDays(20), results[at % results.Length]);
            one.ConcludedAt = one.Result == MediationResult.Agreement ? one.AppliedAt.AddDays(10) : null;
            one.Form = one.ConcludedAt is null ? null : AgreementForm.Oral;
            Party(one, PartySide.Applicant, person: null, ConsentState.Given);
            Party(one, PartySide.Respondent, person: null, ConsentState.Given);
            Mediator(one, colleague);
        }
    }

    private void Invited(DemoRoles roles, CompoundBuilder kangqiao)
    {
        var community = world.Rows.Of<Place>().Single(place => place.Id == kangqiao.Place.ParentId);
        var committee = world.Organisation(OrganisationKind.MediationCommittee, $"{community.Name}人民调解委员会", community);
        var mediator = world.Post(world.Person(), PostKinds.Mediator, committee, community);
        var people = world.Rows.Of<Person>().ToDictionary(person => person.Id);
        var one = Case(kangqiao.Place, "space", MediationState.AwaitingConsent, daysAgo: 3, people[roles.Of(DemoRole.Owner)]);
        (one.Statement, one.OtherSide) = (Seal("对门在过道放鞋柜，推婴儿车过不去。"), Seal("隔壁邻居"));
        (one.Summary, one.AcceptedAt) = (Seal("楼道公共部位摆放鞋柜，影响通行。"), At(2));
        Party(one, PartySide.Applicant, people[roles.Of(DemoRole.Owner)], ConsentState.Given);
        Party(one, PartySide.Respondent, people[roles.Of(DemoRole.Neighbour)], ConsentState.Asked);
        Mediator(one, mediator);
    }

    private MediationCase Case(Place compound, string kind, MediationState state, int daysAgo, Person? applicant)
    {
        var at = At(daysAgo);
        return world.Rows.Add(new MediationCase
        {
            Id = world.Id("mediation", $"{++last}"), Number = MediationNumber.Of(at, last), CompoundId = compound.Id, ApplicantId = applicant?.Id, Kind = kind, State = state, AppliedAt = at,
        });
    }

    private MediationParty Party(MediationCase one, PartySide side, Person? person, ConsentState consent, int? signed = null)
    {
        var position = side == PartySide.Applicant ? 1 : 2;
        var said = consent == ConsentState.Asked ? null : (DateTimeOffset?)one.AppliedAt.AddDays(position);
        return world.Rows.Add(new MediationParty
        {
            Id = world.Id("mediation-party", $"{one.Number}/{position}"), CaseId = one.Id, Position = position, Side = side, PersonId = person?.Id,
            Name = Seal(person?.Name ?? "（示例当事人）"), Consent = consent, ConsentAt = said, ConsentWay = said is null ? null : SaidWay.InPerson,
            SignedAt = signed is { } days ? At(days) : null, SignedWay = signed is null ? null : SaidWay.Writing,
        });
    }

    private void Mediator(MediationCase one, PostHolder mediator, int? signed = null) => world.Rows.Add(new CaseMediator
    {
        CaseId = one.Id, PersonId = mediator.Person.Id, ActedAs = mediator.SaidAs, Since = one.AppliedAt.AddHours(5), SignedAt = signed is { } days ? At(days) : null,
    });

    private void Session(MediationCase one, DateTimeOffset at, string place, MediationParty[] present, string? notes) => world.Rows.Add(new MediationSession
    {
        Id = world.Id("mediation-session", $"{one.Number}/{at.UtcTicks}"), CaseId = one.Id, At = at, Place = Seal(place), Present = [.. present.Select(party => party.Id)],
        HeldAt = notes is null ? null : at.AddHours(1), Notes = notes is null ? null : Seal(notes),
    });

    private void Promise(MediationCase one, MediationParty party, int position, string text, int daysAhead) => world.Rows.Add(new MediationCommitment
    {
        Id = world.Id("mediation-promise", $"{one.Number}/{position}"), CaseId = one.Id, PartyId = party.Id, Position = position, Text = Seal(text), DueOn = world.Today.AddDays(daysAhead),
    });

    private void Visit(MediationCase one, int daysAgo, VisitResult? result, string? note) => world.Rows.Add(new MediationVisit
    {
        Id = world.Id("mediation-visit", $"{one.Number}/{daysAgo}"), CaseId = one.Id, DueOn = world.Today.AddDays(-daysAgo), VisitedAt = result is null ? null : At(daysAgo),
        Way = result is null ? null : SaidWay.InPerson, Result = result, Note = note is null ? null : Seal(note),
    });

    private DateTimeOffset At(int daysAgo) => world.Now.AddDays(-daysAgo);

    private byte[] Seal(string text) => world.Cipher.Encrypt(text);
}
