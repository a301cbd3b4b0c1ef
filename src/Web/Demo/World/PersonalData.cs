using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Demo.Builder;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>Who has read the notice, agreed to what, looked at whose number, and asked for what.</summary>
internal static class PersonalData
{
    public static void Build(WorldBuilder world, DemoRoles roles, CompoundBuilder compound)
    {
        Notices(world, roles);
        Consents(world, roles);
        Look(world, roles);
        Requests(world, roles, compound);
    }

    // The tenant has not read it yet, so that a visitor sees how it is shown.
    private static void Notices(WorldBuilder world, DemoRoles roles)
    {
        var notice = PrivacyNotices.On(world.Today);
        foreach (var person in Enum.GetValues<DemoRole>().Where(role => role != DemoRole.Tenant).Select(roles.Of).Distinct())
        {
            world.Rows.Add(new NoticeReading { PersonId = person, Version = notice.Version, At = world.Now.AddDays(-30) });
        }
    }

    // Whoever is marked as a Party member has agreed to it.
    private static void Consents(WorldBuilder world, DemoRoles roles)
    {
        foreach (var member in world.Rows.Of<Person>().Where(person => person.PartyMember).ToList())
        {
            Consent(world, member.Id, ConsentPurposes.PartyMark, given: true, world.Now.AddDays(-300));
        }

        Consent(world, roles.Of(DemoRole.Owner), ConsentPurposes.PhoneToVolunteers, given: true, world.Now.AddDays(-40));
        Consent(world, roles.Of(DemoRole.Neighbour), ConsentPurposes.PhoneToVolunteers, given: true, world.Now.AddDays(-40));
        Consent(world, roles.Of(DemoRole.Neighbour), ConsentPurposes.PhoneToVolunteers, given: false, world.Now.AddDays(-6));
    }

    private static void Consent(WorldBuilder world, Guid person, string purpose, bool given, DateTimeOffset at) => world.Rows.Add(new Consent
    {
        Id = world.Id("consent", $"{person}/{purpose}/{given}"),
        PersonId = person,
        Purpose = purpose,
        Version = ConsentPurposes.Find(purpose)!.Version,
        Given = given,
        At = at,
    });

    private static void Look(WorldBuilder world, DemoRoles roles)
    {
        var dispatcher = roles.Of(DemoRole.Dispatcher);
        var post = world.Rows.Of<PostHeld>().First(held => held.PersonId == dispatcher);
        world.Rows.Add(new Unmasking
        {
            Id = world.Id("unmasking", "lift"),
            PersonId = roles.Of(DemoRole.Owner),
            ByPerson = dispatcher,
            ByCapacity = $"{CapacityKind.Post}:{post.Id}",
            Field = "PhoneNumber",
            Reason = "电梯困人报警，回拨确认位置",
            At = world.Now.AddDays(-12),
        });
    }

    private static void Requests(WorldBuilder world, DemoRoles roles, CompoundBuilder compound)
    {
        Request(world, compound, roles.Of(DemoRole.Neighbour), new RightsRequest
        {
            Kind = RightsRequestKind.Correction,
            Field = CorrectionField.Household,
            ProposedCipher = world.Cipher.Encrypt("家里还登记着已经搬走的租客，请去掉"),
            Explanation = "租约今年6月到期，人已搬走",
            State = RightsRequestState.Open,
        }, daysAgo: 4);
        Request(world, compound, roles.Of(DemoRole.Tenant), new RightsRequest
        {
            Kind = RightsRequestKind.Deletion,
            Scope = DeletionScope.Everything,
            Explanation = "明年准备搬走",
            State = RightsRequestState.Refused,
            DecidedAt = world.Now.AddDays(-40),
            DecidedBy = roles.Of(DemoRole.CommunityWorker),
            DecidedAs = "棠城社区居委会 · 社区工作者",
            Ground = RefusalGround.StillNeeded,
            Answer = "您现在还住在这里，登记的目的没有实现。搬走以后可以再申请，我们当即办理。",
        }, daysAgo: 45);
    }

    private static void Request(WorldBuilder world, CompoundBuilder compound, Guid person, RightsRequest request, int daysAgo)
    {
        request.Id = world.Id("rights-request", $"{person}/{request.Kind}");
        request.PersonId = person;
        request.PlaceId = compound.Place.Id;
        request.AskedAt = world.Now.AddDays(-daysAgo);
        request.DueAt = RequestDeadlines.On(request.Kind, ChinaTime.DayOf(request.AskedAt)).DueAfter(request.AskedAt, WorkCalendar.WeekdaysOnly);
        world.Rows.Add(request);
    }
}
