using Linli.Domain.Registry;
using Linli.Web.Registry.Store;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Registry.Alliances;

/// <summary>A community with a compound, its committee and company, and the branches of both with their secretaries.</summary>
internal sealed record AllianceWorld
{
    private static int last;

    public required string CommunityCode { get; init; }

    public required Guid Community { get; init; }

    public required Guid Compound { get; init; }

    public required Guid Committee { get; init; }

    public required Guid Company { get; init; }

    public required Guid Branch { get; init; }

    public required Guid CompanyBranch { get; init; }

    public required Guid SecretaryPerson { get; init; }

    public required Guid CompanySecretaryPerson { get; init; }

    public required Guid WorkerPerson { get; init; }

    public static async Task<AllianceWorld> Make(TestApp app)
    {
        var number = Interlocked.Increment(ref last);
        var path = $"96/{number:D4}/";
        var community = await app.World.Place($"联盟社区{number}", PlaceKind.Community, path);
        var compound = await app.World.CompoundAt($"联盟小区{number}", $"{path}01/", community);
        var branch = await Organisation(app, OrganisationKind.GridBranch, compound);
        var companyBranch = await Organisation(app, OrganisationKind.FunctionalBranch, community);
        return new AllianceWorld
        {
            CommunityCode = path.Replace("/", string.Empty, StringComparison.Ordinal),
            Community = community,
            Compound = compound,
            Committee = await Organisation(app, OrganisationKind.OwnersCommittee, compound),
            Company = await Organisation(app, OrganisationKind.PropertyCompany, community),
            Branch = branch,
            CompanyBranch = companyBranch,
            SecretaryPerson = await InPost(app, PostKinds.BranchSecretary, branch, compound),
            CompanySecretaryPerson = await InPost(app, PostKinds.BranchSecretary, companyBranch, compound),
            WorkerPerson = await InPost(app, PostKinds.CommunityWorker, await Organisation(app, OrganisationKind.ResidentsCommittee, community), community),
        };
    }

    public static async Task<Guid> Organisation(TestApp app, OrganisationKind kind, Guid place)
    {
        var id = Guid.NewGuid();
        await app.WithDb(db =>
        {
            db.Add(new Organisation { Id = id, Kind = kind, Name = $"测试{kind}{id:N}"[..20], ShortName = $"测试{kind}", Initials = "CS", PlaceId = place });
            return db.SaveChangesAsync();
        });
        return id;
    }

    public static async Task<Guid> InPost(TestApp app, PostKind kind, Guid organisation, Guid place, Guid? person = null)
    {
        var holder = person ?? await app.World.Person();
        await app.WithDb(db =>
        {
            db.Add(new PostHeld { Id = Guid.NewGuid(), PersonId = holder, OrganisationId = organisation, Kind = kind.Code, PlaceId = place, StartsOn = new DateOnly(2026, 1, 1) });
            return db.SaveChangesAsync();
        });
        return holder;
    }
}
