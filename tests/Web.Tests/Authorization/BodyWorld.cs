using Linli.Domain.Registry;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Authorization;

/// <summary>What ids in a body may name on one side of the fence: a compound of a community of its own, with people, a company and photos.</summary>
internal sealed record BodySide
{
    public required Guid Compound { get; init; }

    public required string CompoundCode { get; init; }

    public required Guid Building { get; init; }

    public required string BuildingCode { get; init; }

    public required string UnitCode { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>Owns a flat; reports.</summary>
    public required Guid Owner { get; init; }

    public required Guid Dispatcher { get; init; }

    public required Guid Worker { get; init; }

    /// <summary>Manages the registry.</summary>
    public required Guid Clerk { get; init; }

    public static async Task<BodySide> Make(TestApp app, string name, string path)
    {
        var world = app.World;
        var community = await world.Place($"{name}社区", PlaceKind.Community, path);
        var compound = await world.CompoundAt($"{name}小区", $"{path}01/", community);
        var building = await world.Place("1栋", PlaceKind.Building, $"{path}01/1/", compound);
        // Nobody owns it yet.
        var unit = await world.Unit(compound, "1栋101");
        var owner = await world.Person();
        await world.Owner(owner, await world.Unit(compound, "1栋102"));
        var dispatcher = await world.Person();
        var post = await world.Post(dispatcher, PostKinds.PropertyDispatcher.Code, compound);
        var organisation = await app.Scalar<Guid>("select organisation_id from registry.posts where id = $1", post);
        await app.Execute("update registry.organisations set kind = 'PropertyCompany' where id = $1", organisation);
        var worker = await world.Person();
        await world.Post(worker, PostKinds.RepairWorker.Code, compound);
        var clerk = await world.Person();
        await world.Post(clerk, PostKinds.CommunityWorker.Code, community);
        return new BodySide
        {
            Compound = compound, CompoundCode = await Code("places", compound), Building = building, BuildingCode = await Code("places", building),
            UnitCode = await Code("units", unit), Organisation = organisation, Owner = owner, Dispatcher = dispatcher, Worker = worker, Clerk = clerk,
        };

        async Task<string> Code(string table, Guid id) => (await app.Scalar<string>($"select code from registry.{table} where id = $1", id))!;
    }

    /// <summary>A photo that nothing has taken up yet.</summary>
    public static async Task<Guid> FreePhoto(TestApp app, Guid of)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into platform.attachments (id, sha256, kind, size, shown_name, uploaded_by, uploaded_at) values ($1, sha256($1::text::bytea), 'Png', 1, '测试.png', $2, $3)
            """,
            id, of, app.Clock.Now);
        return id;
    }
}
