using Linli.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Linli.Web.Registry.Store;

/// <summary>
/// The rule of a term in queries: the SQL function registry.holds, which says the same as <see cref="Post.IsHeldOn(DateOnly, DateOnly?, DateOnly)"/>.
/// Ownerships, residencies, services and organisations have terms too; nothing else in the house judges what holds or has ended.
/// </summary>
internal static class Terms
{
    /// <summary>Whether a term holds on the day, first and last day included.</summary>
    public static bool Holds(DateOnly firstDay, DateOnly? lastDay, DateOnly day) => Post.IsHeldOn(firstDay, lastDay, day);

    /// <summary>Whether a term has not ended before the day; it may still lie ahead.</summary>
    public static bool NotOver(DateOnly? lastDay, DateOnly day) => Post.IsHeldOn(DateOnly.MinValue, lastDay, day);

    public static IQueryable<PostHeld> HeldOn(this IQueryable<PostHeld> posts, DateOnly day) => posts.Where(p => Holds(p.StartsOn, p.LastDay, day));

    public static IQueryable<Organisation> OpenOn(this IQueryable<Organisation> organisations, DateOnly day) => organisations.Where(o => NotOver(o.EndedOn, day));

    public static void Map(IMutableModel model)
    {
        Map(model, ((Func<DateOnly, DateOnly?, DateOnly, bool>)Holds).Method, "holds");
        Map(model, ((Func<DateOnly?, DateOnly, bool>)NotOver).Method, "not_over");
    }

    private static void Map(IMutableModel model, System.Reflection.MethodInfo method, string name)
    {
        var function = model.AddDbFunction(method);
        (function.Name, function.Schema) = (name, "registry");
    }
}
