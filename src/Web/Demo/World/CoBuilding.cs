using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// Co-building agreements: 西岸观邸's, which comes to its end, 香槟大道's, and a draft that waits for 康桥's secretary to sign. That
/// the first two were concluded is the article's; their terms, commitments and people are made up.
/// </summary>
internal sealed class CoBuilding(WorldBuilder world)
{
    internal sealed record Promised(AgreementSide Side, string Promise, string Measure, int Due, string? Proof = null, bool? Accepted = null);

    internal sealed record Row(
        string Title, string Community, string Branch, string CompanyBranch, string Purpose, int StartsDaysAgo, int EndsInDays, bool Signed, Promised[] Commitments);

    public static void Build(WorldBuilder world, IEnumerable<Row> rows)
    {
        var builder = new CoBuilding(world);
        foreach (var row in rows)
        {
            builder.Build(row);
        }
    }

    private void Build(Row row)
    {
        var community = world.Place(row.Community);
        var branch = Branch(row, community);
        var place = PlaceOf(branch);
        var first = SecretaryOf(branch, place);
        var company = world.Organisation(OrganisationKind.FunctionalBranch, row.CompanyBranch, community);
        var second = world.Post(world.Person(partyMember: true), PostKinds.BranchSecretary, company, place);
        var from = world.Today.AddDays(-row.StartsDaysAgo);
        var to = world.Today.AddDays(row.EndsInDays);
        var signedAt = world.Now.AddDays(-row.StartsDaysAgo - 5);
        var agreement = world.Rows.Add(new Agreement
        {
            Id = world.Id("agreement", row.Title),
            Title = row.Title,
            FirstPartyId = branch.Id,
            SecondPartyId = company.Id,
            StartsOn = from,
            EndsOn = to,
            Purpose = row.Purpose,
            State = row.Signed ? AgreementFlow.On(AgreementState.Signed, from, to, world.Today, AgreementLeadTimes.On(world.Today).ExpiringDaysBefore) : AgreementState.Draft,
            FirstSignedBy = row.Signed ? first.Person.Id : null,
            FirstSignedAt = row.Signed ? signedAt : null,
            FirstSignedAs = row.Signed ? Said(first) : null,
            // The draft waits for the first side.
            SecondSignedBy = second.Person.Id,
            SecondSignedAt = row.Signed ? signedAt : world.Now.AddDays(-1),
            SecondSignedAs = Said(second),
        });
        foreach (var (promised, i) in row.Commitments.Select((promised, i) => (promised, i)))
        {
            Add(agreement, promised, i + 1, first, second);
        }
    }

    private void Add(Agreement agreement, Promised promised, int position, PostHolder first, PostHolder second)
    {
        var commitment = world.Rows.Add(new CommitmentMade
        {
            Id = world.Id("commitment", $"{agreement.Id}/{position}"),
            AgreementId = agreement.Id,
            Position = position,
            Side = promised.Side,
            Promise = promised.Promise,
            Measure = promised.Measure,
            DueOn = world.Today.AddDays(promised.Due),
        });
        if (promised.Proof is null)
        {
            return;
        }

        var (owes, checks) = promised.Side == AgreementSide.First ? (first, second) : (second, first);
        var provedAt = world.Now.AddDays(promised.Due - 2);
        world.Rows.Add(new Fulfilment
        {
            Id = world.Id("fulfilment", $"{commitment.Id}"),
            CommitmentId = commitment.Id,
            DoneOn = world.Today.AddDays(promised.Due - 4),
            Report = promised.Proof,
            ProvedBy = owes.Person.Id,
            ProvedAs = Said(owes),
            ProvedAt = provedAt,
            Accepted = promised.Accepted,
            CheckedBy = promised.Accepted is null ? null : checks.Person.Id,
            CheckedAs = promised.Accepted is null ? null : Said(checks),
            CheckedAt = promised.Accepted is null ? null : provedAt.AddDays(1),
        });
    }

    // Without a name: the functional branch of the first compound of the community that has one with a secretary.
    private Organisation Branch(Row row, Place community) => row.Branch.Length > 0
        ? world.Rows.Of<Organisation>().Single(o => o.Name == row.Branch)
        : world.Rows.Of<Organisation>().First(o => o.Kind == OrganisationKind.FunctionalBranch
            && PlaceOf(o).ParentId == community.Id && world.Rows.Of<PostHeld>().Any(p => p.OrganisationId == o.Id));

    private PostHolder SecretaryOf(Organisation branch, Place place)
    {
        var held = world.Rows.Of<PostHeld>().FirstOrDefault(p => p.OrganisationId == branch.Id && p.Kind == PostKinds.BranchSecretary.Code);
        return held is null
            ? world.Post(world.Person(partyMember: true), PostKinds.BranchSecretary, branch, place)
            : new PostHolder(world.Rows.Of<Person>().Single(p => p.Id == held.PersonId), held, $"{branch.ShortName} · 党支部书记");
    }

    private Place PlaceOf(Organisation organisation) =>
        world.Rows.Of<Place>().FirstOrDefault(p => p.Id == organisation.PlaceId) ?? throw new InvalidOperationException($"{organisation.Name} has no place.");

    private static string Said(PostHolder holder) => $"{holder.Person.Name} · {holder.SaidAs}";
}
