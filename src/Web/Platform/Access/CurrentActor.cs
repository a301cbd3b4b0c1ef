namespace Linli.Web.Platform.Access;

/// <summary>The actor of this request; set once by whichever way of signing in was used.</summary>
internal sealed class CurrentActor(IHttpContextAccessor http)
{
    private static readonly object Key = typeof(CurrentActor);

    public Actor? Actor => http.HttpContext?.Items[Key] as Actor;

    /// <summary>The actor of a request that has passed the policy; absence is a bug of the route.</summary>
    public Actor Required => Actor ?? throw new InvalidOperationException("This route lets nobody in who is not signed in.");

    internal static void Set(HttpContext context, Actor actor) => context.Items[Key] = actor;
}
