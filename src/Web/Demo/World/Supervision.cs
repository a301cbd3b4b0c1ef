using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Demo.Builder;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// 跟踪督促 in the demo: what the platform would have done about every open ticket, at the moments at which it would have, and what people
/// did about three of them. People and matters are made up.
/// </summary>
internal sealed class Supervision(WorldBuilder world, DemoRoles roles)
{
    private readonly Dictionary<Guid, string> paths = world.Rows.Of<Place>().ToDictionary(place => place.Id, place => place.Path);
    private int written;

    public void Build(Kangqiao kangqiao)
    {
        var lead = world.HolderOf(roles.Of(DemoRole.ProjectLead), PostKinds.ProjectLead);
        var officer = world.HolderOf(roles.Of(DemoRole.SubdistrictOfficer), PostKinds.SubdistrictOfficer);
        var (dispatcher, worker) = (kangqiao.Team.Dispatcher, kangqiao.Team.Workers[0]);
        var homes = kangqiao.Compound.Units.Where((u, i) => i % 97 == 63 && u.Owners.Count > 0 && u.Residents.Contains(u.Owners[0])).ToArray();
        Ticket Late(int home, string category, string place, string says, int hours) => new TicketStory(
            world, homes[home], homes[home].Residents[0], category, says, place, homes[home].Building.Place, Ago(hours))
            .Accept(dispatcher, Ago(hours - 0.5), Urgency.Urgent).Assign(dispatcher, worker, Ago(hours - 1)).Contact(worker, Ago(hours - 1.5)).Row;

        var listed = Late(0, "drains", "地下室集水井", "地下室的集水井一直满着，雨天水会漫到车位，已经报了很久。", 290);
        var talked = Late(1, "lighting", "地下车库", "地下车库一半的灯不亮，晚上停车看不清路。", 400);
        Late(2, "doors", "单元门", "单元门的闭门器坏了，门一直关不上。", 60);
        foreach (var ticket in world.Rows.Of<Ticket>().Where(t => t.State is not (TicketState.Replied or TicketState.Closed or TicketState.Withdrawn)).ToList())
        {
            Climb(ticket);
        }

        Answer(listed, FollowUpKind.YellowCard, lead, 250, "水泵已联系厂家检修，三天内更换浮球开关。");
        List(listed, officer, 150, "集水井影响多户停车，逾期多日未办结。", 4);
        Answer(talked, FollowUpKind.YellowCard, lead, 340, "灯具已采购，分两批更换。");
        List(talked, officer, 280, "车库照明涉及行车安全，逾期多日未办结。", -3);
        Climb(talked);
        Interview(talked, officer, 26, "物业项目经理", "三天内换完剩余灯具，每天下班前报进度。", 2);
    }

    private DateTimeOffset Ago(double hours) => world.Now.AddHours(-hours);

    // The steps that fell due, each a little after its moment, as the job would have come by.
    private void Climb(Ticket ticket)
    {
        var taken = world.Rows.Of<FollowUpEntry>().Where(step => step.TicketId == ticket.Id && step.Round == ticket.TimesReopened).ToList();
        var followed = new FollowedTicket
        {
            ReceivedAt = ticket.ReceivedAt, ContactDueAt = ticket.ContactDueAt, ResolveDueAt = ticket.ResolveDueAt, IsContacted = ticket.ContactedAt is not null, IsAnswered = false,
            Round = ticket.TimesReopened, ReopenedAt = ReopenedAt(ticket), Taken = [.. taken.Select(step => step.Step)],
            ListedUntil = taken.Find(step => step is { Kind: FollowUpKind.Listing, EndedAt: null })?.UntilOn is { } day ? ChinaTime.EndOf(day) : null,
        };
        foreach (var due in FollowUpRule.Due(followed.Ladder, followed, world.Now))
        {
            var at = due.DueAt.AddMinutes(2);
            var answerable = Answerable.Of(due.Step, ticket.AssignedTo, ticket.LeadOrganisationId, PostsOver(ticket.CompoundId));
            Add(ticket, due.Step.Code, due.Step.Kind, at > world.Now ? world.Now : at, followed.Ladder.Version, step =>
                (step.DueAt, step.AnswerableId, step.AnswerableFor) = (due.DueAt, answerable?.PersonId, answerable?.OrganisationId));
            Line(ticket, FollowUpActs.Of(due.Step.Kind), at > world.Now ? world.Now : at, null, null);
        }
    }

    private void Answer(Ticket ticket, FollowUpKind kind, PostHolder by, double hours, string plan)
    {
        foreach (var card in world.Rows.Of<FollowUpEntry>().Where(step => step.TicketId == ticket.Id && step.Kind == kind))
        {
            (card.AnsweredBy, card.AnsweredAt, card.Answer) = (by.Person.Id, Ago(hours), plan);
        }

        Line(ticket, TicketAct.AcknowledgeCard, Ago(hours), by, plan);
    }

    private void List(Ticket ticket, PostHolder by, double hours, string reason, int days)
    {
        Answered(ticket, FollowUpKind.ListingProposal, by, Ago(hours), reason);
        Add(ticket, FollowUpEntry.ListingStep, FollowUpKind.Listing, Ago(hours), FollowUpLadder.On(world.Today).Version, step => (step.Note, step.UntilOn) = (reason, world.Today.AddDays(days)), by);
        Line(ticket, TicketAct.ListPublicly, Ago(hours), by, reason);
    }

    private void Interview(Ticket ticket, PostHolder by, double hours, string with, string agreed, int days)
    {
        Answered(ticket, FollowUpKind.InterviewProposal, by, Ago(hours), agreed);
        Add(ticket, FollowUpEntry.InterviewStep, FollowUpKind.Interview, Ago(hours), FollowUpLadder.On(world.Today).Version, step =>
            (step.TalkedWith, step.Note, step.UntilOn) = (with, agreed, world.Today.AddDays(days)), by);
        Line(ticket, TicketAct.HoldInterview, Ago(hours), by, agreed);
    }

    private void Answered(Ticket ticket, FollowUpKind kind, PostHolder by, DateTimeOffset at, string answer)
    {
        foreach (var step in world.Rows.Of<FollowUpEntry>().Where(step => step.TicketId == ticket.Id && step.Kind == kind))
        {
            (step.AnsweredBy, step.AnsweredAt, step.Answer) = (by.Person.Id, at, answer);
        }
    }

    private void Add(Ticket ticket, string code, FollowUpKind kind, DateTimeOffset at, int rules, Action<FollowUpEntry> set, PostHolder? by = null)
    {
        var step = new FollowUpEntry
        {
            Id = world.Id("follow-up", $"{ticket.Id}/{written++}"), TicketId = ticket.Id, Round = ticket.TimesReopened, Step = code, Kind = kind, DueAt = at, At = at, Rules = rules,
            TakenBy = by?.Person.Id, AnswerableId = by?.Person.Id, AnswerableFor = by?.Post.OrganisationId, AnsweredBy = by?.Person.Id, AnsweredAt = by is null ? null : at,
        };
        set(step);
        world.Rows.Add(step);
    }

    private void Line(Ticket ticket, TicketAct act, DateTimeOffset at, PostHolder? by, string? note) => world.Rows.Add(new TimelineEntry
    {
        Id = world.Id("timeline", $"{ticket.Id}/follow-up/{written++}"), TicketId = ticket.Id, At = at, Act = act, State = StateAt(ticket, at), PersonId = by?.Person.Id, PersonName = by?.Person.Name,
        ActedAs = by?.SaidAs ?? CapacityNames.SystemForRecord, Note = note,
    });

    private TicketState StateAt(Ticket ticket, DateTimeOffset at) =>
        world.Rows.Of<TimelineEntry>().Where(line => line.TicketId == ticket.Id && line.At <= at).MaxBy(line => line.At)?.State ?? ticket.State;

    private DateTimeOffset? ReopenedAt(Ticket ticket) => world.Rows.Of<TimelineEntry>()
        .Where(line => line.TicketId == ticket.Id && line.Act is TicketAct.ReportUnsolved or TicketAct.ReopenOnVisit).Max(line => (DateTimeOffset?)line.At);

    private IEnumerable<CoveringPost> PostsOver(Guid compound) =>
        from post in world.Rows.Of<PostHeld>()
        let path = paths.GetValueOrDefault(post.PlaceId)
        where path is not null && paths[compound].StartsWith(path, StringComparison.Ordinal) && Terms.Holds(post.StartsOn, post.EndedOn ?? post.EndsOn, world.Today)
        select new CoveringPost(post.PersonId, post.OrganisationId, post.Kind, path.Length);
}
