using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// 中山路街道 with the figures of its article: 212 property-managed, 412 三无 and 11 resettlement compounds, 6 business grids and
/// 426,000 residents. The totals are the article's; names and how they are spread over the compounds are made up.
/// </summary>
internal sealed partial class Zhongshanlu
{
    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("zhongshanlu");
    private readonly Dice dice = new("zhongshanlu");
    private readonly Place subdistrict;
    private readonly Place[] communities;
    private readonly Place[] villages;
    private readonly List<CompoundBuilder> compounds = [];
    private readonly List<Organisation> companies = [];

    private Zhongshanlu(WorldBuilder world, DemoRoles roles, IReadOnlyList<CompoundBuilder> builtByUnit)
    {
        this.world = world;
        subdistrict = world.Place(plan.Subdistrict);
        var below = world.Below(subdistrict).ToArray();
        communities = [.. below.Where(place => !IsVillage(place))];
        villages = [.. below.Where(IsVillage)];
        BuildBodies(roles);
        BuildCompounds(builtByUnit);
        SpreadResidents(builtByUnit);
        ReportFigures();
    }

    internal sealed record Plan(
        string Subdistrict, string Source, DateOnly AsOf, string CompoundSource, int Residents, int Communities, int Villages,
        Dictionary<CompoundType, int> Counts, Dictionary<CompoundType, int[]> Weights,
        string[] PropertyWords, string[] PropertyEndings, string[] Lanes, string LaneForm, string[] ResettlementWords, string ResettlementForm,
        string[] GridWords, string GridForm, string[] CompanyWords, string CompanyForm, string CompanyShortForm, string Office, string PartyCommittee,
        string CommunityPartyForm, string Housing, string HousingShort, string IndustryPartyCommittee, string Operator, string[] LivedIn);

    /// <summary>The generated compounds, property-managed ones served by a company.</summary>
    public IReadOnlyList<CompoundBuilder> Compounds => compounds;

    /// <summary>Property-managed compounds, the first in each of a few communities, that get households and tickets of their own.</summary>
    public IEnumerable<CompoundBuilder> ToLiveIn => plan.LivedIn
        .Select(code => compounds.Find(c => c.Row.Type == CompoundType.PropertyManaged && c.Place.Code.StartsWith(code, StringComparison.Ordinal))).OfType<CompoundBuilder>();

    public static Zhongshanlu Build(WorldBuilder world, DemoRoles roles, params IReadOnlyList<CompoundBuilder> builtByUnit) => new(world, roles, builtByUnit);

    private static bool IsVillage(Place place) => place.OfficialName.Contains("村民委员会", StringComparison.Ordinal);

    private void BuildCompounds(IReadOnlyList<CompoundBuilder> builtByUnit)
    {
        foreach (var (type, count) in plan.Counts)
        {
            var homes = type == CompoundType.Resettlement ? [.. villages, .. communities] : communities;
            var names = NamesOf(type).Take(count - builtByUnit.Count(compound => compound.Row.Type == type)).ToArray();
            foreach (var (name, i) in names.Select((name, i) => (name, i)))
            {
                var compound = world.Compound(name, homes[i % homes.Length], type, source: plan.CompoundSource);
                compounds.Add(compound);
                if (type != CompoundType.PropertyManaged)
                {
                    continue;
                }

                // The contract of a compound that has a workbook stands there.
                var since = world.Today.AddMonths(-dice.Between(6, 60));
                if (!ToLiveIn.Contains(compound))
                {
                    compound.ServedBy(CompanyOf(compound), since);
                }
            }
        }
    }

    private IEnumerable<string> NamesOf(CompoundType type) => type switch
    {
        CompoundType.PropertyManaged => from ending in plan.PropertyEndings from word in plan.PropertyWords select word + ending,
        CompoundType.ThreeNo => from number in Enumerable.Range(1, 99) from lane in plan.Lanes select Form(plan.LaneForm, lane, number),
        CompoundType.Resettlement => plan.ResettlementWords.Select(word => Form(plan.ResettlementForm, word)),
        _ => plan.GridWords.Select(word => Form(plan.GridForm, word)),
    };

    internal Organisation CompanyOf(CompoundBuilder compound) => companies[compounds.IndexOf(compound) % companies.Count];

    private static string Form(string form, params object[] values) => string.Format(CultureInfo.InvariantCulture, form, values);

    // Shares in proportion to a thrown weight; whoever rounding cheats of most gets the rest, so that the sum is exact.
    private void SpreadResidents(IReadOnlyList<CompoundBuilder> builtByUnit)
    {
        long toSpread = plan.Residents - builtByUnit.Sum(compound => compound.Row.Residents!.Value);
        var weights = compounds.ToDictionary(compound => compound, compound => (long)dice.Between(plan.Weights[compound.Row.Type][0], plan.Weights[compound.Row.Type][1]));
        var sum = weights.Values.Sum();
        foreach (var (compound, weight) in weights)
        {
            compound.Row.Residents = (int)(toSpread * weight / sum);
        }

        var rest = (int)(toSpread - compounds.Sum(compound => (long)compound.Row.Residents!.Value));
        foreach (var compound in compounds.OrderByDescending(compound => toSpread * weights[compound] % sum).Take(rest))
        {
            compound.Row.Residents++;
        }

        foreach (var compound in compounds)
        {
            compound.Row.Households = (compound.Row.Residents * 10 + dice.Between(20, 26)) / dice.Between(22, 28);
            compound.Row.FiguresFrom = plan.CompoundSource;
        }
    }

    private void ReportFigures()
    {
        void Figure(string indicator, long value) => world.Figure(subdistrict, indicator, value, plan.AsOf, plan.Source);
        Figure("residents", plan.Residents);
        Figure("communities", plan.Communities);
        Figure("villages", plan.Villages);
        foreach (var (type, count) in plan.Counts)
        {
            Figure($"compounds-{CodeOf(type)}", count);
        }
    }

    private static string CodeOf(CompoundType type) => type switch
    {
        CompoundType.PropertyManaged => "property-managed",
        CompoundType.ThreeNo => "three-no",
        CompoundType.Resettlement => "resettlement",
        CompoundType.BusinessGrid => "business-grid",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
