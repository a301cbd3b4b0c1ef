using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;

namespace Linli.Web.Demo.World;

/// <summary>
/// The communities of the other articles with their compounds, companies, committees and associations: 郎家社区 with 西岸观邸,
/// 芙蓉社区, 回风亭社区.
/// </summary>
internal static class Neighbourhoods
{
    private sealed record Generated(string[] Words, string Form);

    private sealed record Body(OrganisationKind Kind, string Name);

    private sealed record Courtyard(string Compound, int[] Entrances, string GeneralBranch, string[] Branches);

    private sealed record Plan(
        string Community, string Source, DateOnly AsOf, Dictionary<string, int> Figures, string[] Named, Generated Generated, string[] Single,
        int Companies, string CompanyForm, int Committees, Courtyard? Courtyard, Body[] Bodies);

    /// <summary>Builds them and gives back 西岸观邸, the one with a courtyard.</summary>
    public static CompoundBuilder Build(WorldBuilder world) =>
        Preset.Read<Plan[]>("neighbourhoods").Select(plan => Build(world, plan)).ToList().OfType<CompoundBuilder>().Single();

    private static CompoundBuilder? Build(WorldBuilder world, Plan plan)
    {
        var community = world.Place(plan.Community);
        foreach (var (indicator, value) in plan.Figures)
        {
            world.Figure(community, indicator, value, plan.AsOf, plan.Source);
        }

        var subdistrict = world.Place(community.Code[..9]);
        foreach (var body in plan.Bodies)
        {
            world.Organisation(body.Kind, body.Name, body.Kind == OrganisationKind.SubdistrictOffice ? subdistrict : community);
        }

        var names = plan.Named.Concat(plan.Generated.Words.Select(word => Form(plan.Generated.Form, word)));
        var compounds = names.Select(name => world.Compound(name, community, source: plan.Source)).ToArray();
        foreach (var name in plan.Single)
        {
            world.Compound(name, community, CompoundType.SingleBuilding, source: plan.Source);
        }

        var companies = Enumerable.Range(1, plan.Companies).Select(number => world.Company(Form(plan.CompanyForm, number), seat: community)).ToArray();
        foreach (var (compound, i) in compounds.Select((compound, i) => (compound, i)))
        {
            compound.ServedBy(companies[i % companies.Length]);
            if (i < plan.Committees)
            {
                world.Organisation(OrganisationKind.OwnersCommittee, $"{compound.Place.Name}业主委员会", compound.Place, $"{compound.Place.Name}业委会");
            }
        }

        if (plan.Courtyard is not { } courtyard)
        {
            return null;
        }

        var built = compounds.Single(compound => compound.Place.Name == courtyard.Compound);
        Build(world, courtyard, built);
        return built;
    }

    private static void Build(WorldBuilder world, Courtyard courtyard, CompoundBuilder compound)
    {
        foreach (var (entrances, i) in courtyard.Entrances.Select((entrances, i) => (entrances, i)))
        {
            compound.WithBuilding(Form("{0}栋", i + 1), entrances);
        }

        var general = world.Organisation(OrganisationKind.CourtyardGeneralBranch, courtyard.GeneralBranch, compound.Place);
        foreach (var branch in courtyard.Branches)
        {
            world.Organisation(OrganisationKind.GridBranch, branch, compound.Place, parent: general);
        }
    }

    private static string Form(string form, params object[] values) => string.Format(CultureInfo.InvariantCulture, form, values);
}
