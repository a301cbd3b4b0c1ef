using Linli.Domain.Registry;

namespace Linli.Web.Tests.Host;

/// <summary>Associations and agreements for tests that need one to be there.</summary>
internal sealed partial class World
{
    /// <summary>An alliance of the community above the compound, with a member and a plan item.</summary>
    public async Task<(Guid Alliance, Guid Member, Guid PlanItem)> Alliance(Guid compound)
    {
        var community = await app.Scalar<Guid>("select parent_id from registry.places where id = $1", compound);
        var (alliance, company) = (await Organisation(OrganisationKind.Alliance, community), await Organisation(OrganisationKind.PropertyCompany, compound));
        var (member, item) = (Guid.NewGuid(), Guid.NewGuid());
        await app.Execute("insert into registry.associations (organisation_id, founded_on) values ($1, '2026-01-01')", alliance);
        await app.Execute(
            "insert into registry.association_members (id, association_id, organisation_id, way, decided_by, decided_on, joined_on) values ($1, $2, $3, 'Appointment', '测试', '2026-01-01', '2026-01-01')",
            member, alliance, company);
        await app.Execute(
            "insert into registry.association_plan_items (id, association_id, duty, title, due_on) values ($1, $2, 'serve-residents', '测试', '2026-12-01')", item, alliance);
        return (alliance, member, item);
    }

    /// <summary>An agreement in force of two branches in the compound, with a commitment and a proof that waits.</summary>
    public async Task<(Guid Agreement, Guid Commitment, Guid Proof)> Agreement(Guid compound, Guid person)
    {
        var (agreement, commitment, proof) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (first, second) = (await Organisation(OrganisationKind.GridBranch, compound), await Organisation(OrganisationKind.FunctionalBranch, compound));
        await app.Execute(
            """
            insert into registry.agreements (id, title, first_party_id, second_party_id, starts_on, ends_on, state, first_signed_by, second_signed_by)
            values ($1, '测试协议', $2, $3, '2026-01-01', '2027-12-31', 'InForce', $4, $5)
            """,
            agreement, first, second, person, await Person());
        await app.Execute(
            "insert into registry.commitments (id, agreement_id, position, side, promise, measure, due_on) values ($1, $2, 1, 'First', '测试', '测试', '2027-06-01')", commitment, agreement);
        await app.Execute(
            "insert into registry.fulfilments (id, commitment_id, done_on, report, proved_by, proved_as, proved_at) values ($1, $2, '2026-06-01', '测试', $3, '测试', $4)",
            proof, commitment, person, app.Clock.Now);
        return (agreement, commitment, proof);
    }

    private async Task<Guid> Organisation(OrganisationKind kind, Guid place)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            "insert into registry.organisations (id, kind, name, short_name, initials, place_id) values ($1, $2, $3, '测试单位', 'CSDW', $4)",
            id, kind.ToString(), $"测试单位{Next()}", place);
        return id;
    }
}
