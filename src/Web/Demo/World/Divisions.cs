using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;

namespace Linli.Web.Demo.World;

/// <summary>The divisions that the articles name, from province to community, with their official codes.</summary>
internal static class Divisions
{
    private sealed record Codes(string Source, string SampleSource, string[][] Places, string[][] SamplePlaces);

    public static void Build(WorldBuilder world)
    {
        var codes = Preset.Read<Codes>("places");
        foreach (var place in codes.Places)
        {
            world.Division(place[0], place[1], place[2], codes.Source);
        }

        // The article counts four communities more than the table of 2021.
        foreach (var place in codes.SamplePlaces)
        {
            world.Division(place[0], place[1], place[2], codes.SampleSource);
        }
    }
}
