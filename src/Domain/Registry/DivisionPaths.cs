namespace Linli.Domain.Registry;

/// <summary>Paths by code, from codes and parents alone.</summary>
internal static class DivisionPaths
{
    /// <summary>The path of every place; a parent that is not among them counts as none. There are no cycles.</summary>
    public static Dictionary<string, PlacePath> Of(IEnumerable<(string Code, string? ParentCode)> places)
    {
        var parents = places.ToDictionary(place => place.Code, place => place.ParentCode, StringComparer.Ordinal);
        var paths = new Dictionary<string, PlacePath>(parents.Count, StringComparer.Ordinal);
        foreach (var code in parents.Keys)
        {
            PathOf(code);
        }

        return paths;

        PlacePath PathOf(string code)
        {
            if (paths.TryGetValue(code, out var known))
            {
                return known;
            }

            var parent = parents[code] is { } above && parents.ContainsKey(above) ? above : null;
            var path = (parent is null ? PlacePath.Root : PathOf(parent)).Child(DivisionCode.Segment(code, parent));
            paths.Add(code, path);
            return path;
        }
    }
}
