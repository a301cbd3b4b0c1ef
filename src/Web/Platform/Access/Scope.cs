using System.Linq.Expressions;
using Linli.Domain.Registry;

namespace Linli.Web.Platform.Access;

/// <summary>
/// The one place that decides where an actor may do something: in the subtree of the capacity's place, and only if the
/// capacity holds the permission. Every command and query asks here; a scope of nothing matches nothing.
/// </summary>
internal sealed class Scope
{
    private readonly PlacePath? root;

    private Scope(PlacePath? root) => this.root = root;

    /// <summary>Where the actor may do what the permission allows.</summary>
    public static Scope Of(Actor actor, Permission permission) =>
        new(actor.IsSystem ? PlacePath.Root : actor.May(permission) ? actor.Capacity!.Path : null);

    /// <summary>Whether the scope is empty.</summary>
    public bool IsNothing => root is null;

    /// <summary>The prefix for a LIKE over paths; null matches nothing, because NULL compares with nothing.</summary>
    public string? SqlPattern => root is { } r ? r.Value + "%" : null;

    /// <summary>Whether the place lies in the scope.</summary>
    public bool Covers(PlacePath path) => root is { } r && r.Covers(path);

    /// <summary>Whether the place lies in the scope.</summary>
    public bool Covers(string path) => Covers(new PlacePath(path));

    /// <summary>Keeps the rows whose place lies in the scope.</summary>
    public IQueryable<T> Filter<T>(IQueryable<T> rows, Expression<Func<T, string>> pathOf)
    {
        if (root is not { } r)
        {
            return rows.Where(_ => false);
        }

        Expression<Func<string>> prefix = () => r.Value;
        var starts = Expression.Call(pathOf.Body, nameof(string.StartsWith), null, prefix.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(starts, pathOf.Parameters));
    }
}
