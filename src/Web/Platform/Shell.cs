using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Linli.Web.Platform;

/// <summary>The frame around a page for whoever acts: what it is called, and where this capacity may go.</summary>
internal sealed class Shell(CurrentActor current, LinliSettings settings, IStringLocalizer<Texts> texts, NpgsqlDataSource database, TimeProvider clock) : IShell
{
    private Actor? Actor => current.Actor;

    private (int Unread, bool HasReadNotice)? counted;

    public bool IsSignedIn => Actor is not null;

    public string? PlaceName => Actor?.Capacity?.PlaceName;

    public string? PlaceNote => Actor?.Capacity?.UnitLabel;

    public string? CapacityName => Actor?.Capacity is { } c ? CapacityNames.Of(c, texts) : null;

    public string PersonName => Actor?.Name ?? string.Empty;

    public string HomeHref => "/";

    public string SignInHref => "/sign-in";

    public string SignOutHref => "/sign-out";

    public string? SwitchHref => IsSignedIn ? "/capacity" : null;

    public bool IsDemo => settings.Demo;

    public int Unread => Counted.Unread;

    public bool AsksToReadNotice => !Counted.HasReadNotice;

    public IReadOnlyList<NavItem> Tabs => Actor?.Capacity is not { IsHousehold: true }
        ? []
        : [new("Home", "/", "home", "Daily"), new("Report", "/tickets/mine", "tool", "Daily"), new("Votes", "/votes", "checkbox", "Daily"), Notices, new("Me", "/me", "user", "Daily")];

    public IReadOnlyList<NavItem> Nav => Actor is null ? [] : [.. Items()];

    private NavItem Notices => new("Notices", "/notifications", "bell", "Daily", Unread);

    private IEnumerable<NavItem> Items()
    {
        if (Actor!.Capacity is { IsHousehold: true })
        {
            foreach (var tab in Tabs)
            {
                yield return tab;
            }

            yield break;
        }

        // Daily: what waits for this person. Tickets: how matters went. Then Party and grid, then the registers.
        if (May(Permission.ViewTickets) || May(Permission.HandleTickets))
        {
            yield return new("Workbench", "/work", "layout-dashboard", "Daily");
        }

        if (May(Permission.TakeReports))
        {
            yield return new("Take", "/tickets/take", "phone", "Daily") { Also = "/tickets/hotline" };
        }

        if (May(Permission.Supervise) || May(Permission.ApproveExtensions))
        {
            yield return new("Supervision", "/supervision", "gavel", "Daily");
        }

        if (May(Permission.LookAfterHouseholds))
        {
            yield return new("MyHouseholds", "/grid/households", "home", "Daily");
        }

        if (May(Permission.MakeReturnVisits))
        {
            yield return new("Visits", "/visits", "phone", "Daily");
        }

        if (May(Permission.Mediate))
        {
            yield return new("Mediation", "/mediation/desk", "scale", "Daily");
        }

        if (May(Permission.EnterBallots))
        {
            yield return new("Votes", "/votes", "checkbox", "Daily");
        }

        if (May(Permission.HandlePersonalDataRequests))
        {
            yield return new("DataRequests", "/privacy/requests", "shield", "Daily");
        }

        yield return Notices;
        yield return new("Me", "/me", "user", "Daily");
        if (May(Permission.ViewOverview))
        {
            yield return new("Cockpit", "/overview", "chart-bar", "Tickets");
            yield return new("Rates", "/rates", "chart-line", "Tickets");
            yield return new("Findings", "/findings", "flame", "Tickets");
        }

        if (May(Permission.ViewMediationStatistics))
        {
            yield return new("MediationStatistics", "/mediation/statistics", "scale", "Tickets");
        }

        // Others come to it from a place; for those who do Party work it is daily.
        if (May(Permission.ViewRegistry) && May(Permission.ViewPartyMembers))
        {
            yield return new("Party", "/registry/party", "flag", "PartyAndGrid");
        }

        if (May(Permission.ManageGrid) || May(Permission.ViewOverview))
        {
            yield return new("Grid", "/grid", "map", "PartyAndGrid");
            yield return new("Members", "/grid/members", "id-badge-2", "PartyAndGrid");
        }

        // Who manages the grid comes to it from there.
        if (May(Permission.KeepCareMarks) && !May(Permission.ManageGrid))
        {
            yield return new("Care", "/grid/care", "heart-handshake", "Daily");
        }

        if (May(Permission.ViewRegistry))
        {
            yield return new("Alliances", "/registry/alliances", "heart-handshake", "PartyAndGrid") { Also = "/registry/agreements" };
            yield return new("Search", "/registry/search", "search", "Records");
            yield return new("Places", "/registry", "building", "Records");
            yield return new("Organisations", "/registry/organisations", "sitemap", "Records");
        }

        if (May(Permission.ManageCommittees))
        {
            yield return new("Committees", "/committees", "users-group", "Records");
        }

        if (May(Permission.ManageAccounts))
        {
            yield return new("Accounts", "/accounts", "key", "System");
        }

        if (May(Permission.ViewAudit))
        {
            yield return new("Audit", "/audit", "history", "System");
        }

        if (May(Permission.ImportDivisions))
        {
            yield return new("Divisions", "/registry/divisions/import", "upload", "System");
        }

        if (May(Permission.KeepCalendar))
        {
            yield return new("Calendar", "/calendar", "calendar", "System");
        }

        if (May(Permission.AcceptTickets))
        {
            yield return new("Sheets", "/tickets/sheets", "qrcode", "Records");
        }

        if (May(Permission.ManageCategories))
        {
            yield return new("Categories", "/work/categories", "list", "Records");
        }

        if (May(Permission.ViewPurposes))
        {
            yield return new("Purposes", "/privacy/purposes", "shield-check", "System");
        }
    }

    private bool May(Permission permission) => Actor!.May(permission);

    // Two indexed looks in one question; a page asks only when it shows the bell or the notice.
    private (int Unread, bool HasReadNotice) Counted => counted ??= Count();

    private (int Unread, bool HasReadNotice) Count()
    {
        if (Actor is null)
        {
            return (0, true);
        }

        using var command = database.CreateCommand(
            """
            select (select count(*)::int from platform.notifications where person_id = $1 and read_at is null),
                   exists (select from registry.notice_readings where person_id = $1 and version >= $2)
            """);
        command.Parameters.AddWithValue(Actor.PersonId);
        command.Parameters.AddWithValue(PrivacyNotices.On(ChinaTime.DayOf(clock.GetUtcNow())).Version);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt32(0), row.GetBoolean(1));
    }
}
