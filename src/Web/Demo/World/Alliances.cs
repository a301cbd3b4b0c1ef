using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// 长城社区's alliance of its 13 companies, 回风亭社区's two associations of its 10 committees and 13 companies with one person at the
/// head of all (四合一), and both kinds of association in 长城社区 as samples. Members and duties are the articles'; people, plans
/// and activities are made up.
/// </summary>
internal sealed class Alliances
{
    private const string Changcheng = "510105005007";
    private const string Huifengting = "511902003001";

    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("alliances");

    private Alliances(WorldBuilder world) => this.world = world;

    internal sealed record Work(string Duty, string Title, int Day, string? Done = null, int Participants = 0, string? Result = null);

    internal sealed record Body(string Purpose, string DecidedBy, int FoundedMonthsAgo, Work[] Plan);

    internal sealed record Plan(Body Alliance, Body Committees, Body Companies, CoBuilding.Row[] Agreements);

    public static void Build(WorldBuilder world)
    {
        var alliances = new Alliances(world);
        alliances.BuildChangcheng();
        alliances.BuildHuifengting();
        CoBuilding.Build(world, alliances.plan.Agreements);
    }

    private void BuildChangcheng()
    {
        var community = world.Place(Changcheng);
        var alliance = Find(OrganisationKind.Alliance, community);
        Fill(alliance, plan.Alliance, community, OrganisationKind.PropertyCompany);
        Officers(alliance, community, world.Person(partyMember: true));
        var committees = world.Organisation(OrganisationKind.CommitteeAssociation, "长城社区业主委员会协会（示例）", community);
        Fill(committees, plan.Committees, community, OrganisationKind.OwnersCommittee);
        Officers(committees, community, world.Person(partyMember: true));
        var companies = world.Organisation(OrganisationKind.CompanyAssociation, "长城社区物业公司协会（示例）", community);
        Fill(companies, plan.Companies, community, OrganisationKind.PropertyCompany);
        Officers(companies, community, world.Person(partyMember: true));
    }

    private void BuildHuifengting()
    {
        var community = world.Place(Huifengting);
        var head = world.Person(partyMember: true);
        world.Post(head, PostKinds.BranchSecretary, Find(OrganisationKind.GovernanceBranch, community), community);
        foreach (var (kind, body, members) in new[]
        {
            (OrganisationKind.CommitteeAssociation, plan.Committees, OrganisationKind.OwnersCommittee),
            (OrganisationKind.CompanyAssociation, plan.Companies, OrganisationKind.PropertyCompany),
        })
        {
            var association = Find(kind, community);
            Fill(association, body, community, members);
            Officers(association, community, head);
        }
    }

    // The first by appointment, the next by their own wish, the rest elected: all three ways are there to be seen.
    private void Fill(Organisation association, Body body, Place community, OrganisationKind kind)
    {
        var founded = world.Today.AddMonths(-body.FoundedMonthsAgo);
        world.Rows.Add(new Association { OrganisationId = association.Id, FoundedOn = founded, Purpose = body.Purpose });
        foreach (var (member, i) in MembersOf(community, kind).Select((member, i) => (member, i)))
        {
            var way = i % 5 == 3 ? JoiningWay.SelfNomination : i % 5 == 4 ? JoiningWay.PublicElection : JoiningWay.Appointment;
            var elected = way == JoiningWay.PublicElection;
            world.Rows.Add(new AssociationMember
            {
                Id = world.Id("association-member", $"{association.Id}/{member.Id}"),
                AssociationId = association.Id,
                OrganisationId = member.Id,
                Way = way,
                DecidedBy = elected ? "会员大会公选（示例）" : $"{body.DecidedBy}（示例）",
                DecidedOn = founded,
                JoinedOn = founded,
                VotesFor = elected ? 21 + i : null,
                VotesCast = elected ? 30 + i : null,
            });
        }

        foreach (var work in body.Plan)
        {
            Add(association, work);
        }
    }

    private void Add(Organisation association, Work work)
    {
        var day = new DateOnly(world.Today.Year, 1, 1).AddDays(work.Day);
        var item = world.Rows.Add(new AssociationPlanItem
        {
            Id = world.Id("plan-item", $"{association.Id}/{work.Title}"), AssociationId = association.Id, Duty = work.Duty, Title = work.Title, DueOn = day,
        });
        // What the plan puts later in the year has not happened yet.
        if (work.Done is null || day > world.Today)
        {
            return;
        }

        world.Rows.Add(new AssociationActivity
        {
            Id = world.Id("activity", $"{association.Id}/{work.Title}"),
            AssociationId = association.Id,
            PlanItemId = item.Id,
            Duty = work.Duty,
            Title = work.Title,
            HeldOn = day.AddDays(-3),
            Done = work.Done,
            Participants = work.Participants,
            Result = work.Result!,
        });
    }

    private void Officers(Organisation association, Place community, Person chair)
    {
        world.Post(chair, PostKinds.AssociationChair, association, community);
        world.Post(world.Person(partyMember: true), PostKinds.AssociationViceChair, association, community);
        world.Post(world.Person(), PostKinds.AllianceSecretary, association, community);
    }

    private Organisation Find(OrganisationKind kind, Place community) =>
        world.Rows.Of<Organisation>().Single(o => o.Kind == kind && o.PlaceId == community.Id);

    private IEnumerable<Organisation> MembersOf(Place community, OrganisationKind kind)
    {
        var places = world.Rows.Of<Place>().Where(p => p.Path.StartsWith(community.Path, StringComparison.Ordinal)).Select(p => p.Id).Append(community.Id).ToHashSet();
        return world.Rows.Of<Organisation>().Where(o => o.Kind == kind && places.Contains(o.PlaceId));
    }
}
