using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;

namespace Linli.Web.Demo.World;

/// <summary>树人大院, household by household: 4 entrances, 47 households, 89 people, a self-government committee and no company.</summary>
internal static class ShurenCourtyard
{
    internal sealed record Plan(string Name, string Initials, string Community, int Households, int Residents, string Source);

    public static CompoundBuilder Build(WorldBuilder world)
    {
        var plan = Preset.Read<Plan>("shuren");
        var compound = world.Compound(plan.Name, world.Place(plan.Community), CompoundType.ThreeNo, plan.Initials, plan.Source);
        CompoundWorkbooks.TakeIn(compound, "shuren", "Owners", "Residents");
        (compound.Row.Households, compound.Row.Residents, compound.Row.FiguresFrom) = (plan.Households, plan.Residents, plan.Source);
        return compound;
    }
}
