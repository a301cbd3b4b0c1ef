using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Contract;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Notifications;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Contract;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Home.Pages;

/// <summary>The first page: a welcome for visitors, the own matters for residents, the way to work for everybody else.</summary>
[OpenToAll]
internal sealed class IndexModel(CurrentActor current, IMyTickets tickets, Notices notices, IBodies bodies, IHouseholdKeepers keepers, IShell shell) : PageModel
{
    private const int Shown = 3;

    public Capacity? Household { get; private set; }

    public IReadOnlyList<MyTicket> Waiting { get; private set; } = [];

    public IReadOnlyList<MyTicket> Latest { get; private set; } = [];

    public IReadOnlyList<Notice> News { get; private set; } = [];

    public IReadOnlyList<Body> Bodies { get; private set; } = [];

    /// <summary>The household's building captain and micro-grid leader.</summary>
    public IReadOnlyList<HouseholdKeeper> Keepers { get; private set; } = [];

    /// <summary>Whether the page of 双报到 is for this person.</summary>
    public bool IsPartyMember { get; private set; }

    public static string KeeperKey(HouseholdKeeper keeper) => keeper switch
    {
        { IsDeputy: true, Role: LeaderRole.Captain } => "Keeper.DeputyCaptain",
        { IsDeputy: true } => "Keeper.DeputyMicroGrid",
        _ => $"Keeper.{keeper.Role}",
    };

    public bool IsDemo => shell.IsDemo;

    public static string TitleKey(OrganisationKind kind) => kind switch
    {
        OrganisationKind.PropertyCompany => "Kind.PropertyCompany",
        OrganisationKind.OwnersCommittee => "Kind.OwnersCommittee",
        OrganisationKind.SelfGovernmentCommittee => "Kind.SelfGovernment",
        _ when IsParty(kind) => "Kind.Branch",
        _ => "Kind.Service",
    };

    public static bool IsParty(OrganisationKind kind) => OrganisationKinds.OfTheParty.Contains(kind);

    /// <summary>A number that stays on one line.</summary>
    public static string Unbroken(string phone) => phone.Replace(' ', '\u00a0').Replace('-', '\u2011');

    // Where somebody in a post begins: with what waits for them, else with what they keep.
    private string FirstWay => (Begin.Select(key => shell.Nav.FirstOrDefault(way => way.TextKey == key)).OfType<NavItem>().FirstOrDefault()
        ?? shell.Nav.First(way => way.TextKey != "Notices")).Href;

    private static readonly string[] Begin = ["Workbench", "MyHouseholds", "Places"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (current.Actor is not { } actor)
        {
            return Page();
        }

        if (actor.Capacity is not { IsHousehold: true } household)
        {
            return Redirect(actor.Capacity is null ? "/capacity" : FirstWay);
        }

        Household = household;
        var mine = await tickets.Latest(actor, cancel);
        Waiting = [.. mine.Where(t => t.WaitsForMe)];
        Latest = [.. mine.Where(t => !t.WaitsForMe).Take(Shown)];
        News = [.. (await notices.List(actor, 1, cancel)).Notices.Take(Shown)];
        Bodies = await bodies.Of(household.PlaceId, cancel);
        Keepers = await keepers.Of(actor, cancel);
        IsPartyMember = await keepers.IsPartyMember(actor, cancel);
        return Page();
    }
}
