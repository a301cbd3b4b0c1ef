using System.Globalization;
using Linli.Domain.Registry;
using Microsoft.AspNetCore.Authorization;

namespace Linli.Web.Platform.Access;

/// <summary>Turns "needs:N" into a policy: signed in, and in a capacity that has any of the permissions N.</summary>
internal sealed class PermissionPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    /// <summary>A policy of a route never changes, so the middleware need not ask twice.</summary>
    public bool AllowsCachingPolicies => true;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(SignedIn);

    // A route that says nothing is closed.
    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(SignedIn);

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
    {
        if (!policyName.StartsWith("needs:", StringComparison.Ordinal))
        {
            return Task.FromResult<AuthorizationPolicy?>(null);
        }

        var permission = (Permission)long.Parse(policyName.AsSpan(6), CultureInfo.InvariantCulture);
        return Task.FromResult<AuthorizationPolicy?>(permission == Permission.None
            ? SignedIn
            : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)).Build());
    }
}

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentActor current) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (current.Actor?.Capacity is { } capacity && (capacity.Permissions & requirement.Permission) != Permission.None)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
