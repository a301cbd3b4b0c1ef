using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.FollowUp;

namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>A compound with its company's leader and worker, its community and its subdistrict, and tickets that nobody works on.</summary>
internal sealed class FollowUpWorld
{
    private static int last;

    public required TestApp App { get; init; }

    public required Guid Compound { get; init; }

    public required Guid Owner { get; init; }

    public required Guid Worker { get; init; }

    public required Guid Lead { get; init; }

    public required Guid Clerk { get; init; }

    public required Guid Secretary { get; init; }

    public required Guid Officer { get; init; }

    public static async Task<FollowUpWorld> Make(TestApp app)
    {
        var path = $"96{Interlocked.Increment(ref last):D4}/";
        var street = await app.World.Place("测试街道", PlaceKind.Subdistrict, path);
        var community = await app.World.Place("测试社区", PlaceKind.Community, path + "001/", street);
        var compound = await app.World.CompoundAt("测试小区", path + "001/0001/", community);
        async Task<Guid> Holder(PostKind kind, Guid place)
        {
            var person = await app.World.Person();
            await app.World.Post(person, kind.Code, place);
            return person;
        }

        return new FollowUpWorld
        {
            App = app, Compound = compound, Owner = await app.World.OwnerIn(compound), Worker = await Holder(PostKinds.RepairWorker, compound), Lead = await Holder(PostKinds.ProjectLead, compound),
            Clerk = await Holder(PostKinds.CommunityWorker, community), Secretary = await Holder(PostKinds.CommunitySecretary, community), Officer = await Holder(PostKinds.SubdistrictOfficer, street),
        };
    }

    /// <summary>Assigned and not contacted: the contact is due in an hour, the result in two days.</summary>
    public async Task<(Guid Id, string Number)> Ticket()
    {
        var number = $"GZ-{Interlocked.Increment(ref last):D6}";
        return (await App.World.Ticket(Compound, number, Owner, Worker), number);
    }

    public Task Climb() => App.Background.Run<ClimbLadder>();

    public async Task<string> Steps(Guid ticket, int round = 0) =>
        await App.Scalar<string>("select string_agg(step, ',' order by at, due_at) from tickets.follow_up_steps where ticket_id = $1 and round = $2", ticket, round) ?? string.Empty;

    public async Task<HttpStatusCode> Act(Guid person, string number, string act, object body)
    {
        using var program = await App.ApiAs(person);
        return (await program.Post($"/api/v1/tickets/{number}/follow-up/{act}", body)).Status;
    }

    public async Task<string?> Refusal(Guid person, string number, string act, object body)
    {
        using var program = await App.ApiAs(person);
        return (await program.Post($"/api/v1/tickets/{number}/follow-up/{act}", body)).Problem;
    }

    public Task<long> Told(Guid person, string kind) => App.Count("platform.notifications", "person_id = $1 and kind = $2", person, kind);
}
