namespace Linli.Web.Platform.Look.Pages;

/// <summary>A filled frame for the design pages, so that both shells can be judged without signing in.</summary>
internal sealed class SpecimenShell : IShell
{
    private SpecimenShell() { }

    public bool IsSignedIn => true;

    public string? PlaceName { get; private init; }

    public string? PlaceNote { get; private init; }

    public string? CapacityName { get; private init; }

    public string PersonName { get; private init; } = "";

    public int Unread => 2;

    public bool AsksToReadNotice => false;

    public required IReadOnlyList<NavItem> Nav { get; init; }

    public required IReadOnlyList<NavItem> Tabs { get; init; }

    public string HomeHref => "/design";

    public string SignInHref => "/sign-in";

    public string SignOutHref => "/sign-out";

    public string? SwitchHref => null;

    public bool IsDemo => true;

    public static SpecimenShell Resident(string place) => new()
    {
        PlaceName = place,
        Nav = [],
        Tabs =
        [
            new("Home", "/design/phone", "home", "Daily"),
            new("Report", "#report", "tool", "Daily"),
            new("Notices", "#notices", "bell", "Daily", 2),
            new("Me", "#me", "user", "Daily"),
        ],
    };

    public static SpecimenShell Staff(string place, string note, string person, string capacity)
    {
        NavItem workbench = new("Workbench", "/design/staff", "layout-dashboard", "Daily", 23);
        NavItem tickets = new("Tickets", "#tickets", "tool", "Daily", 68);
        NavItem notices = new("Announcements", "#notices", "bell", "Daily");
        return new()
        {
            PlaceName = place,
            PlaceNote = note,
            PersonName = person,
            CapacityName = capacity,
            Tabs = [workbench, tickets, notices, new("Menu", "/menu", "menu-2", "Daily")],
            Nav =
            [
                workbench, tickets, notices,
                new("Fees", "#fees", "report-money", "Daily"),
                new("Meetings", "#meetings", "users", "Council", 3),
                new("Votes", "#votes", "checkbox", "Council", 1),
                new("Rectification", "#rectification", "clipboard-check", "Council", 2),
                new("Performance", "#performance", "clipboard-list", "Oversight"),
                new("Credit", "#credit", "shield-check", "Oversight"),
                new("Cockpit", "#cockpit", "chart-bar", "Oversight"),
            ],
        };
    }
}
