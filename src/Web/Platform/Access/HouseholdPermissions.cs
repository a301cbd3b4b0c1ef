using Linli.Domain.Registry;

namespace Linli.Web.Platform.Access;

/// <summary>What an owner or a resident may do in the own compound.</summary>
internal static class HouseholdPermissions
{
    public const Permission All = Permission.ReportTickets | Permission.ViewOwnTickets;
}
