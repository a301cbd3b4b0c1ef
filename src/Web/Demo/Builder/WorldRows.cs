namespace Linli.Web.Demo.Builder;

/// <summary>The rows of a world before they are written, in the entities of the modules' stores.</summary>
internal sealed class WorldRows
{
    private readonly Dictionary<Type, List<object>> byType = [];

    public T Add<T>(T row)
        where T : class
    {
        Adopt(row);
        return row;
    }

    /// <summary>A row of whatever kind it is.</summary>
    public void Adopt(object row)
    {
        if (!byType.TryGetValue(row.GetType(), out var rows))
        {
            byType.Add(row.GetType(), rows = []);
        }

        rows.Add(row);
    }

    public IEnumerable<T> Of<T>()
        where T : class => Of(typeof(T)).Cast<T>();

    public IReadOnlyList<object> Of(Type type) => byType.TryGetValue(type, out var rows) ? rows : [];

    public IReadOnlyCollection<Type> Types => byType.Keys;
}
