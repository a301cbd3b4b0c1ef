using Linli.Domain.Registry;
using Microsoft.AspNetCore.Authorization;

namespace Linli.Web.Platform.Access;

/// <summary>
/// What a page or an endpoint asks of whoever calls it. Every route carries this or <see cref="OpenToAllAttribute"/>;
/// an architecture test fails on one that has neither. <see cref="Permission.None"/> asks only for a signed-in person.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(PolicyFor(permission))
{
    public Permission Permission { get; } = permission;

    /// <summary>Any one of the permissions is enough, instead of all of them.</summary>
    public static string PolicyFor(Permission permission) => $"needs:{(long)permission}";
}

/// <summary>Says on purpose that anybody, signed in or not, may call this.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAllowAnonymous;

internal static class NeedsExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsAttribute(permission));

    public static TBuilder OpenToAll<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenToAllAttribute());
}
