using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Xunit;

namespace Linli.Web.Tests.Authorization;

/// <summary>Ids in bodies of the Party tree: places, organisations and people of another compound reach nothing.</summary>
public class ForeignPartyIdsTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry/party";

    private sealed record Side(ApiClient Worker, Guid Compound, string Code, Guid Branch, Guid Committee);

    private async Task<Side> Make(string name)
    {
        var compound = await App.World.Compound(name);
        var person = await App.World.Person();
        var post = await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        return new(
            await App.ApiAs(person, post), compound, (await App.Scalar<string>("select code from registry.places where id = $1", compound))!,
            await App.World.PartyOrganisation(compound, OrganisationKind.GridBranch), await App.World.PartyOrganisation(compound, OrganisationKind.OwnersCommittee));
    }

    [Fact]
    public async Task An_organisation_is_founded_at_an_own_place_below_an_own_one_and_for_an_own_body()
    {
        var (own, foreign) = (await Make("成立甲小区"), await Make("成立乙小区"));
        object Body(string kind, object place, object? parent = null, object? of = null) =>
            new { kind, name = $"测试{Guid.NewGuid():N}"[..12], placeCode = place, parentId = parent, ofOrganisationId = of, foundedOn = "2026-03-01", requestId = Guid.NewGuid() };
        await App.Refused(own.Worker, $"{Api}/organisations", foreign.Code, own.Code, id => Body("GridBranch", id));
        await App.Refused(own.Worker, $"{Api}/organisations", foreign.Branch, own.Branch, id => Body("BlockGroup", own.Code, parent: id));
        await App.Refused(own.Worker, $"{Api}/organisations", foreign.Committee, own.Committee, id => Body("CommitteeBranch", own.Code, of: id));
    }

    [Fact]
    public async Task Nothing_is_moved_below_a_foreign_one_and_no_member_goes_there()
    {
        var (own, foreign) = (await Make("调整甲小区"), await Make("调整乙小区"));
        var group = await App.World.PartyOrganisation(own.Compound, OrganisationKind.BlockGroup, own.Branch);
        var second = await App.World.PartyOrganisation(own.Compound, OrganisationKind.GridBranch);
        await App.Refused(own.Worker, $"{Api}/organisations/{group}/move", foreign.Branch, second, id => new { parentId = id, basis = "调整设置", requestId = Guid.NewGuid() });
        var membership = await App.World.PartyMembership(await App.World.OwnerIn(own.Compound), own.Branch);
        await App.Refused(own.Worker, $"{Api}/memberships/{membership}/transfer", foreign.Branch, second, id => new { toId = id, on = "2026-11-01", requestId = Guid.NewGuid() });
    }

    [Fact]
    public async Task Nobody_of_another_compound_is_made_a_member()
    {
        var (own, foreign) = (await Make("入党甲小区"), await Make("入党乙小区"));
        var (theirs, ours) = (await App.World.OwnerIn(foreign.Compound), await App.World.OwnerIn(own.Compound));
        await App.Refused(own.Worker, $"{Api}/organisations/{own.Branch}/members", theirs, ours, id => new { personId = id, standing = "Full", since = "2026-04-01", requestId = Guid.NewGuid() });
    }
}
