using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Finding.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Demo.World;

/// <summary>What the weekly look would have found in the demo's tickets, by the product's own rules, so that it is there from the first minute. One group is confirmed.</summary>
internal sealed class EarlyFinding
{
    private readonly WorldBuilder world;
    private readonly FindingRules rules;
    private readonly DateOnly week;
    private readonly Dictionary<Guid, Place> places;

    private EarlyFinding(WorldBuilder world)
    {
        this.world = world;
        rules = FindingRules.On(world.Today);
        week = FindingWeek.LastBefore(world.Today);
        places = world.Rows.Of<Place>().ToDictionary(place => place.Id);
    }

    public static void Build(WorldBuilder world, Place courtyard, DemoRoles roles)
    {
        var finding = new EarlyFinding(world);
        var (compared, found, compounds) = (0, 0, 0);
        foreach (var compound in world.Rows.Of<Ticket>().GroupBy(ticket => ticket.CompoundId).OrderBy(group => finding.places[group.Key].Path, StringComparer.Ordinal))
        {
            var judged = finding.Look(compound.Key, [.. compound]);
            (compared, found, compounds) = (compared + judged.Compared, found + judged.Spots.Count, compounds + 1);
            finding.Group(compound.Key, [.. compound]);
        }

        world.Rows.Add(new FindingRun { Week = finding.week, At = world.Now, Rules = finding.rules.Code, Compounds = compounds, Compared = compared, Found = found });
        finding.Confirm(courtyard, world.HolderOf(roles.Of(DemoRole.CourtyardDispatcher), PostKinds.PropertyDispatcher));
    }

    private WeekFound Look(Guid compound, List<Ticket> tickets)
    {
        var began = FindingWeek.Of(ChinaTime.DayOf(tickets.Min(ticket => ticket.ReceivedAt))).AddDays(7);
        var counted = tickets.Where(ticket => ticket.State != TicketState.Withdrawn).ToList();
        var judged = HotSpotRule.Find(counted.Select(ticket => new CountedReport(BuildingOf(ticket), Top(ticket), WeekOf(ticket), ticket.ReporterId, IsSealed(ticket))), week, began, rules.HotSpots);
        world.Rows.Add(new FindingWeekRow { CompoundId = compound, Week = week, PastWeeks = judged.PastWeeks, Reporters = judged.Reporters, Compared = judged.Compared });
        foreach (var (spot, i) in judged.Spots.Select((spot, i) => (spot, i)))
        {
            world.Rows.Add(new HotSpotFound
            {
                Id = world.Id("hot-spot", $"{compound}/{i}"), CompoundId = compound, Week = week, BuildingId = spot.Spot.Building, Category = spot.Spot.Category, Reporters = spot.Reporters,
                PastReporters = spot.PastReporters, PastWeeks = spot.PastWeeks, Size = spot.Size is { } size ? (decimal)size : null, Chance = (decimal)spot.Chance,
                Corrected = (decimal)spot.Corrected, Compared = judged.Compared, Rules = rules.Code, FoundAt = world.Now,
            });
        }

        var said = counted.Select(ticket => new SaidReport(WeekOf(ticket), ticket.ReporterId, Top(ticket), IsSealed(ticket) ? null : ticket.Description)).ToList();
        var names = world.Rows.Of<Person>().Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        var answerable = world.Rows.Of<PostHeld>().FirstOrDefault(post => post.PlaceId == compound && post.Kind == PostKinds.BranchSecretary.Code);
        foreach (var (topic, i) in TopicRule.Find(said, week, began, names, rules.Topics).Select((topic, i) => (topic, i)))
        {
            world.Rows.Add(new TopicProposal
            {
                Id = world.Id("topic", $"{compound}/{i}"), CompoundId = compound, Week = week, Origin = topic.IsCategory ? TopicOrigin.Category : TopicOrigin.Words, Label = topic.Label,
                Reporters = topic.Reporters, Said = topic.With, OutOf = topic.Of, PastSaid = topic.PastWith, PastOutOf = topic.PastOf, Likelihood = (decimal)topic.Likelihood,
                Rules = rules.Code, FoundAt = world.Now, AnswerableId = answerable?.PersonId, AnswerableFor = answerable?.OrganisationId, State = TopicState.Proposed,
            });
        }

        return judged;
    }

    private void Group(Guid compound, List<Ticket> tickets)
    {
        var open = tickets.Where(ticket => FindingFlow.IsOpen(ticket.State) && !IsSealed(ticket) && ticket.ReceivedAt >= world.Now.AddDays(-rules.Duplicates.WithinDays))
            .Select(ticket => new ComparedTicket(ticket.Id, BuildingOf(ticket), ticket.Category, Top(ticket), ticket.PlaceText, ticket.Description, ticket.ReceivedAt)).ToList();
        foreach (var group in DuplicateRule.Propose(open, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<(Guid, Guid)>(), rules.Duplicates))
        {
            var id = world.Id("group", $"{group.Lead}");
            world.Rows.Add(new DuplicateGroup { Id = id, CompoundId = compound, LeadId = group.Lead, State = GroupState.Proposed, Rules = rules.Code, FoundAt = world.Now.AddMinutes(-20) });
            foreach (var member in group.Members)
            {
                world.Rows.Add(new DuplicateMember
                {
                    GroupId = id, TicketId = member.Ticket, State = MemberState.Proposed, Points = member.Likeness.Points, Shared = member.Likeness.Shared, IsNear = member.Likeness.IsNear,
                    IsSameBuilding = member.Likeness.IsSameBuilding,
                });
            }
        }
    }

    // The lights of the garden are one matter; the lift waits for the dispatcher's word.
    private void Confirm(Place courtyard, PostHolder by)
    {
        var lights = world.Rows.Of<Ticket>().Where(ticket => ticket.CompoundId == courtyard.Id && ticket.PlaceId is null).Select(ticket => ticket.Id).ToHashSet();
        foreach (var group in world.Rows.Of<DuplicateGroup>().Where(group => lights.Contains(group.LeadId)))
        {
            (group.State, group.DecidedAt, group.DecidedBy, group.DecidedAs) = (GroupState.Confirmed, world.Now.AddMinutes(-10), by.Person.Id, by.SaidAs);
            foreach (var member in world.Rows.Of<DuplicateMember>().Where(member => member.GroupId == group.Id))
            {
                (member.State, member.DecidedAt) = (MemberState.Confirmed, group.DecidedAt);
            }
        }
    }

    private Guid? BuildingOf(Ticket ticket) => ticket.PlaceId is { } id && places[id] is { } place
        ? place.Kind switch { PlaceKind.Building => place.Id, PlaceKind.Entrance => place.ParentId, _ => null }
        : null;

    private static DateOnly WeekOf(Ticket ticket) => FindingWeek.Of(ChinaTime.DayOf(ticket.ReceivedAt));

    private static string Top(Ticket ticket) => CategoryTree.BuiltIn.TopOf(ticket.Category);

    private static bool IsSealed(Ticket ticket) => TicketCategory.Find(ticket.Category)?.IsMediated == true;
}
