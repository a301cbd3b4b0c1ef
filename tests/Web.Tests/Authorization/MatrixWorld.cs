using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Authorization;

/// <summary>
/// Two compounds in different districts. On the one side stands every kind of post there is, an owner and a resident; the
/// other side is foreign to all of them but to who runs the platform. Beside them stand the demo's own persons in each of their
/// capacities, who stand to the demo's compounds as the sign-in page says.
/// </summary>
public sealed class MatrixWorld(LinliHostFixture host) : IAsyncDisposable
{
    /// <summary>Counts what the record of changes takes in; counting its rows for each of the matrix' calls would take longer than the calls.</summary>
    private const string CountChanges = """
        create sequence matrix_changes;
        select nextval('matrix_changes');
        create function count_change() returns trigger language plpgsql as $$ begin perform nextval('matrix_changes'); return null; end $$;
        create trigger matrix after insert on platform.audit_entries for each row execute function count_change();
        create trigger matrix after insert on platform.handled_requests for each row execute function count_change();
        """;

    private readonly SemaphoreSlim once = new(1);
    private TestApp? app;
    private ILookup<string, MatrixRole> roles = Enumerable.Empty<MatrixRole>().ToLookup(r => r.Name);
    private int last;

    public const string NoCapacity = "no capacity";
    public const string SignedOut = "signed out";

    /// <summary>Names of all roles, known without a database.</summary>
    public static IEnumerable<string> Names => [.. PostKinds.All.Select(k => k.Code), "owner", "resident", NoCapacity, SignedOut, .. MatrixDemoRoles.Names];

    internal TestApp App => app!;

    /// <summary>Whether the person of the demo holds what one of the other roles holds too, and nothing else.</summary>
    internal bool HasKindFor(MatrixRole role) =>
        role is { Capacity: not null } && MatrixDemoRoles.Names.Contains(role.Name)
        && roles.SelectMany(r => r).Any(r => r.Capacity is not null && !MatrixDemoRoles.Names.Contains(r.Name) && r.Permissions == role.Permissions);

    /// <summary>The role of that name; a person of the demo has one for each capacity held.</summary>
    internal async Task<IReadOnlyList<MatrixRole>> Roles(string name)
    {
        await once.WaitAsync();
        try
        {
            if (roles.Count == 0)
            {
                app ??= await host.New(demo: true);
                roles = (await Make()).ToLookup(r => r.Name);
            }
        }
        finally
        {
            once.Release();
        }

        return [.. roles[name]];
    }

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private async Task<List<MatrixRole>> Make()
    {
        var world = App.World;
        var district = await world.Place("测试区", PlaceKind.District, "98/");
        var subdistrict = await world.Place("测试街道", PlaceKind.Subdistrict, "98/01/", district);
        var community = await world.Place("测试社区", PlaceKind.Community, "98/01/001/", subdistrict);
        var own = await world.CompoundAt("测试小区甲", "98/01/001/01/", community);
        var farDistrict = await world.Place("测试远区", PlaceKind.District, "97/");
        var farSubdistrict = await world.Place("测试远街道", PlaceKind.Subdistrict, "97/01/", farDistrict);
        var farCommunity = await world.Place("测试远社区", PlaceKind.Community, "97/01/001/", farSubdistrict);
        var far = await world.CompoundAt("测试小区乙", "97/01/001/01/", farCommunity);
        var root = await App.Scalar<Guid>("select id from registry.places where path = ''");
        var made = new List<MatrixRole>();

        foreach (var kind in PostKinds.All)
        {
            var place = kind.Code switch
            {
                "platform-administrator" => root,
                "housing-officer" => district,
                "subdistrict-officer" or "subdistrict-housing-clerk" => subdistrict,
                "community-secretary" or "community-worker" or "grid-worker" or "association-chair" or "association-vice-chair" or "alliance-secretary" => community,
                _ => own,
            };
            var person = await world.Person();
            var post = await world.Post(person, kind.Code, place);
            made.Add(await Role(kind.Code, person, post, own, far));
        }

        var owner = await world.Person();
        made.Add(await Role("owner", owner, await world.Owner(owner, await world.Unit(own, "1栋1单元101")), own, far));
        var resident = await world.Person();
        made.Add(await Role("resident", resident, await world.Resident(resident, await world.Unit(own, "1栋1单元102")), own, far));
        made.Add(await Role(NoCapacity, await world.Person(), null, own, far));
        made.Add(await Role(SignedOut, await world.Person(), null, own, far));
        foreach (var (name, person, capacity) in await MatrixDemoRoles.Of(App))
        {
            var (here, there) = await MatrixDemoRoles.Compounds(App, capacity, far);
            made.Add(await Role(name, person, capacity?.Id, here, there, far));
        }

        await App.Execute(CountChanges);
        return made;
    }

    // A neighbour's compound may lie in the own community, whose alliances are the actor's business too: those that are not lie beyond it.
    private async Task<MatrixRole> Role(string name, Guid person, Guid? capacityId, Guid own, Guid far, Guid? beyond = null)
    {
        var held = await App.Services.GetRequiredService<Capacities>().HeldBy(person, CancellationToken.None);
        var capacity = capacityId is { } id ? held.Single(c => c.Id == id) : null;
        return new MatrixRole
        {
            Name = name,
            PersonId = person,
            Capacity = capacity,
            Own = await Subjects(own, person, capacity, own),
            Foreign = await Subjects(far, null, null, beyond ?? far),
            Token = name == SignedOut ? null : capacity is null ? await TokenWithoutCapacity(person, own) : await App.TokenFor(person, capacity.Id),
        };
    }

    /// <summary>A household's ticket is one that it reported; a worker's is one that is assigned to him; others see all in their place.</summary>
    private async Task<MatrixSubjects> Subjects(Guid compound, Guid? person, Capacity? capacity, Guid allianceNear)
    {
        var world = App.World;
        var unit = await world.Unit(compound, $"2栋1单元{Interlocked.Increment(ref last)}");
        var stranger = await world.Person();
        var ownership = await world.Owner(stranger, unit);
        var path = (await App.Scalar<string>("select path from registry.places where id = $1", compound))!;
        var post = await world.Post(stranger, PostKinds.RepairWorker.Code, compound);
        var alliance = await world.Alliance(allianceNear);
        var party = await world.PartyOrganisation(compound, OrganisationKind.GridBranch);
        var agreement = await world.Agreement(compound, stranger);
        var number = $"CS-{Interlocked.Increment(ref last):D6}";
        var ticket = await world.Ticket(compound, number, reporter: capacity is { IsHousehold: true } ? person!.Value : stranger, assignedTo: person ?? stranger);
        return new MatrixSubjects
        {
            CompoundId = compound,
            CompoundPath = new PlacePath(path),
            CompoundCode = (await App.Scalar<string>("select code from registry.places where id = $1", compound))!,
            CommunityCode = (await App.Scalar<string>("select above.code from registry.places p join registry.places above on above.id = p.parent_id where p.id = $1", compound))!,
            UnitCode = (await App.Scalar<string>("select code from registry.units where id = $1", unit))!,
            OwnershipId = ownership,
            ResidencyId = await world.Resident(await world.Person(), unit),
            PersonId = stranger,
            PostId = post,
            OrganisationId = await App.Scalar<Guid>("select organisation_id from registry.posts where id = $1", post),
            PartyOrganisationId = party,
            MembershipId = await world.PartyMembership(stranger, party),
            TicketNumber = number,
            SheetPlace = await world.Sheet(await world.Place("9栋", PlaceKind.Building, $"{path}S{Interlocked.Increment(ref last)}/", compound), stranger),
            FileId = await world.File(person ?? stranger, ticket),
            VisitId = await world.Visit(ticket),
            ExclusionId = await world.Exclusion(ticket),
            GroupId = await world.Group(compound, ticket),
            TopicId = await world.Topic(compound),
            HotSpotId = await world.HotSpot(compound),
            AllianceId = alliance.Alliance,
            MemberId = alliance.Member,
            PlanItemId = alliance.PlanItem,
            AgreementId = agreement.Agreement,
            CommitmentId = agreement.Commitment,
            ProofId = agreement.Proof,
            NotificationId = await world.Notification(person ?? stranger, number),
            SessionId = await SessionOf(person ?? stranger),
            TokenId = await world.Token(person ?? stranger, post),
            Grid = await GridSubjects.Make(App, compound, unit, person ?? stranger, capacity),
            MediationOfParty = await world.Mediation(compound, applicant: person ?? stranger, mediator: await world.Person()),
            MediationOfMediator = await world.Mediation(compound, applicant: await world.Person(), mediator: person ?? stranger),
            VoteId = await world.Vote(compound, capacity?.UnitId ?? unit, person ?? stranger),
            RightsRequestId = await world.RightsRequest(person ?? stranger, compound, open: false),
        };
    }

    private async Task<Guid> SessionOf(Guid person)
    {
        using var other = await App.SignInAs(person, without: true);
        return await App.Scalar<Guid>("select id from platform.sessions where person_id = $1 order by created_at desc limit 1", person);
    }

    // A token whose capacity has ended: the person is known, and may do nothing.
    private async Task<string> TokenWithoutCapacity(Guid person, Guid compound)
    {
        var post = await App.World.Post(person, PostKinds.ProjectLead.Code, compound);
        var token = await App.TokenFor(person, post);
        await App.Execute("update registry.posts set ended_on = '2026-10-01' where id = $1", post);
        return token;
    }
}
