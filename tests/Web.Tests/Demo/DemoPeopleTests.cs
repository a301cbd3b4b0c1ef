using Linli.Domain.Registry;
using Linli.Web.Demo.Contract;
using Linli.Web.Demo.World;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>People of the demo world are recognisable as made up, and the roles to try are what they say.</summary>
public class DemoPeopleTests(LinliHostFixture host) : DemoTests(host)
{
    private const string OfTheDemo = "made_up and name !~ '测试'";

    [Fact]
    public async Task Names_are_a_surname_and_two_signs_of_the_cycle_and_come_once()
    {
        (await App.Count("registry.people", OfTheDemo + " and name !~ '^.[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]$'")).ShouldBe(0);
        (await App.Scalar<long>($"select count(*) - count(distinct name) from registry.people where {OfTheDemo}")).ShouldBe(0);
        (await App.Count("registry.people", OfTheDemo)).ShouldBeGreaterThan(3000);
    }

    [Fact]
    public async Task Numbers_are_encrypted_found_by_their_index_and_belong_to_nobody()
    {
        var cipher = App.Services.GetRequiredService<PersonalCipher>();
        var people = await App.WithDb(db => db.Set<Person>().AsNoTracking().Where(p => p.MadeUp && p.PhoneCipher != null && !p.Name.Contains("测试")).Take(200).ToListAsync());
        people.Count.ShouldBe(200);
        foreach (var person in people)
        {
            var digits = cipher.Decrypt(person.PhoneCipher!);
            PhoneNumber.TryParse(digits, out var phone).ShouldBeTrue();
            digits.ShouldStartWith("1990000");
            person.PhoneIndex.ShouldBe(cipher.PhoneIndex(digits));
            person.PhoneMasked.ShouldBe(phone!.Masked);
        }
    }

    [Fact]
    public async Task Each_role_to_try_is_there_once_and_has_a_title()
    {
        (await App.Count("platform.demo_persons d join registry.people p on p.id = d.person_id", "p.made_up")).ShouldBe(Enum.GetValues<DemoRole>().Length);
        await using var scope = App.Services.CreateAsyncScope();
        var shown = await scope.ServiceProvider.GetRequiredService<IDemoPersons>().List(CancellationToken.None);
        shown.Select(person => person.RoleKey).ShouldBe(Enum.GetValues<DemoRole>().Select(DemoRoles.CodeOf));
        shown.ShouldAllBe(person => !person.RoleText.Contains("Role."));
    }

    [Theory]
    [InlineData((int)DemoRole.Owner, CapacityKind.Owner, null)]
    [InlineData((int)DemoRole.Neighbour, CapacityKind.Owner, null)]
    [InlineData((int)DemoRole.Tenant, CapacityKind.Resident, null)]
    [InlineData((int)DemoRole.Dispatcher, CapacityKind.Post, "property-dispatcher")]
    [InlineData((int)DemoRole.RepairWorker, CapacityKind.Post, "repair-worker")]
    [InlineData((int)DemoRole.ProjectLead, CapacityKind.Post, "project-lead")]
    [InlineData((int)DemoRole.CommitteeChair, CapacityKind.Post, "committee-chair")]
    [InlineData((int)DemoRole.BranchSecretary, CapacityKind.Post, "branch-secretary")]
    [InlineData((int)DemoRole.CommunityWorker, CapacityKind.Post, "community-worker")]
    [InlineData((int)DemoRole.SubdistrictOfficer, CapacityKind.Post, "subdistrict-officer")]
    [InlineData((int)DemoRole.HousingOfficer, CapacityKind.Post, "housing-officer")]
    [InlineData((int)DemoRole.PlatformAdministrator, CapacityKind.Post, "platform-administrator")]
    [InlineData((int)DemoRole.OtherCommunityWorker, CapacityKind.Post, "community-worker")]
    [InlineData((int)DemoRole.OtherSubdistrictOfficer, CapacityKind.Post, "subdistrict-officer")]
    public async Task A_role_holds_the_capacity_that_it_names(int role, CapacityKind kind, string? post)
    {
        var held = await HeldBy(role);
        held.ShouldContain(capacity => capacity.Kind == kind && capacity.PostKind == post);
        if (role <= (int)DemoRole.BranchSecretary)
        {
            held.ShouldAllBe(capacity => capacity.PlaceName == "康桥生活公园");
        }
    }

    [Fact]
    public async Task An_ended_post_gives_nothing_any_more() => (await HeldBy((int)DemoRole.EndedPost)).ShouldBeEmpty();

    [Fact]
    public async Task One_person_holds_several_posts_and_owns_a_flat()
    {
        var held = await HeldBy((int)DemoRole.SeveralPosts);
        held.Count(capacity => capacity.Kind == CapacityKind.Post).ShouldBe(3);
        held.Count(capacity => capacity.Kind == CapacityKind.Owner).ShouldBe(1);
    }

    [Fact]
    public async Task The_other_dispatcher_dispatches_elsewhere()
    {
        var other = (await HeldBy((int)DemoRole.OtherDispatcher)).ShouldHaveSingleItem();
        other.PostKind.ShouldBe("property-dispatcher");
        (await HeldBy((int)DemoRole.Dispatcher)).ShouldAllBe(own => !other.Path.Covers(own.Path) && !own.Path.Covers(other.Path));
    }

    [Fact]
    public async Task Posts_belong_to_organisations_that_have_such_posts()
    {
        var posts = await App.WithDb(db => Posts(db).ToListAsync());
        posts.Count.ShouldBeGreaterThan(80);
        posts.ShouldAllBe(post => PostKinds.Find(post.Kind)!.BelongsTo(post.Organisation));
    }

    [Fact]
    public async Task Half_of_the_owners_committee_are_party_members() => (await App.Scalar<decimal>(
        """
        select avg(case when p.party_member then 1 else 0 end) from registry.posts k join registry.people p on p.id = k.person_id
          join registry.organisations o on o.id = k.organisation_id where o.name = '康桥生活公园业主委员会' having count(*) = 5
        """)).ShouldBeGreaterThanOrEqualTo(0.5m);

    private static IQueryable<(string Kind, OrganisationKind Organisation)> Posts(LinliDb db) =>
        from post in db.Set<PostHeld>()
        join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
        where !organisation.Name.Contains("测试")
        select new ValueTuple<string, OrganisationKind>(post.Kind, organisation.Kind);

    private async Task<IReadOnlyList<Capacity>> HeldBy(int position)
    {
        var person = await App.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", position);
        return await App.Services.GetRequiredService<Capacities>().HeldBy(person, CancellationToken.None);
    }
}
