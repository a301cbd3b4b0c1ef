namespace Linli.Domain.Registry;

/// <summary>
/// Where a place stands in the administrative tree: one segment a level, each ended by a slash, for example
/// <c>50/01/18/001/009/01/24/1/</c>. A subtree is a prefix of whole segments; the closing slash is what keeps
/// <c>…/1/</c> from seeing <c>…/11/</c>.
/// </summary>
/// <param name="Value">The segments with their slashes; empty is the root, which holds everything.</param>
public readonly record struct PlacePath(string Value)
{
    /// <summary>The whole country.</summary>
    public static readonly PlacePath Root = new(string.Empty);

    /// <summary>The segments with their slashes.</summary>
    public string Value { get; } = Value.Length == 0 || Value[^1] == '/'
        ? Value
        : throw new ArgumentException("A path ends with a slash.", nameof(Value));

    /// <summary>Whether the other place is this one or lies below it.</summary>
    public bool Covers(PlacePath other) => other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>The path of a child.</summary>
    /// <exception cref="ArgumentException">The segment is empty or holds a slash.</exception>
    public PlacePath Child(string segment) => segment.Length == 0 || segment.Contains('/', StringComparison.Ordinal)
        ? throw new ArgumentException("A segment is not empty and holds no slash.", nameof(segment))
        : new PlacePath($"{Value}{segment}/");

    /// <summary>The same place after the subtree <paramref name="from"/> moved to <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentException">The place does not lie in the subtree that moves.</exception>
    public PlacePath Moved(PlacePath from, PlacePath to) => from.Covers(this)
        ? new PlacePath(to.Value + Value[from.Value.Length..])
        : throw new ArgumentException($"{Value} does not lie in {from.Value}.", nameof(from));

    /// <summary>This place and every place above it, the root left out; nearest first.</summary>
    public IEnumerable<PlacePath> SelfAndAncestors()
    {
        for (var path = Value; path.Length > 0; path = path[..(path[..^1].LastIndexOf('/') + 1)])
        {
            yield return new PlacePath(path);
        }
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
