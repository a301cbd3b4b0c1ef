using Linli.Domain.Registry;

namespace Linli.Web.Platform.Access;

internal static class PermissionNames
{
    /// <summary>The single permissions in a set, by name.</summary>
    public static IReadOnlyList<string> Of(Permission permissions) =>
        [.. Enum.GetValues<Permission>().Where(p => p != Permission.None && permissions.HasFlag(p)).Select(p => p.ToString())];
}
