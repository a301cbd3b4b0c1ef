using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// The place of a field on its page: model state keeps no order, so inputs are declared in the order in which they are asked,
/// and messages follow the declarations. A name that the model does not know comes last.
/// </summary>
internal sealed class FieldOrder(ModelMetadata model) : IComparer<string>
{
    private readonly Dictionary<string, int[]> known = new(StringComparer.Ordinal);

    public int Compare(string? x, string? y) => Places(x ?? "").AsSpan().SequenceCompareTo(Places(y ?? ""));

    private int[] Places(string name)
    {
        if (!known.TryGetValue(name, out var places))
        {
            known[name] = places = [.. Walk(name)];
        }
        return places;
    }

    private IEnumerable<int> Walk(string name)
    {
        ModelMetadata? at = model;
        foreach (var part in name.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.EndsWith(']'))
            {
                at = at?.ElementMetadata;
                yield return int.TryParse(part[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
                continue;
            }
            var (place, property) = (at?.Properties ?? Enumerable.Empty<ModelMetadata>()).Index()
                .FirstOrDefault(known => string.Equals(known.Item.PropertyName, part, StringComparison.OrdinalIgnoreCase), (int.MaxValue, null!));
            yield return place;
            at = property;
        }
    }
}
