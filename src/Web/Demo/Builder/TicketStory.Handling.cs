using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Tickets.Handling.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>How a ticket is handled beside its steps: pauses, extensions, returns, whistles, others who help, notes.</summary>
internal sealed partial class TicketStory
{
    private static readonly HandlingRules Rules = HandlingRules.BuiltIn[^1];

    private readonly List<Pause> pauses = [];
    private readonly List<GrantedExtension> extensions = [];
    private TicketWhistle? whistle;
    private int parts;

    public TicketStory Pause(PostHolder by, DateTimeOffset at, PauseReason waitsFor, string reason, int days)
    {
        Add(new TicketPause
        {
            Id = Part(), TicketId = Row.Id, WaitsFor = waitsFor, Reason = reason, FromAt = at, UntilAt = ChinaTime.EndOf(ChinaTime.DayOf(at).AddDays(days)), PausedBy = by.Person.Id, Rules = Rules.Version,
        });
        pauses.Add(new Pause(at, null));
        SetDue();
        return Step(TicketAct.Pause, TicketRoles.Handler, at, reason, by);
    }

    public TicketStory Resume(PostHolder by, DateTimeOffset at)
    {
        world.Rows.Of<TicketPause>().Last(pause => pause.TicketId == Row.Id).ToAt = at;
        pauses[^1] = new Pause(pauses[^1].From, at);
        SetDue();
        return Step(TicketAct.Resume, TicketRoles.Handler, at, null, by);
    }

    public TicketStory AskExtension(PostHolder by, DateTimeOffset at, int days, string reason)
    {
        Add(new TicketExtension { Id = Part(), TicketId = Row.Id, Days = days, Reason = reason, DueBefore = Row.ResolveDueAt, AskedBy = by.Person.Id, AskedAt = at, Rules = Rules.Version });
        return Step(TicketAct.AskExtension, TicketRoles.Handler, at, reason, by);
    }

    public TicketStory GrantExtension(PostHolder by, DateTimeOffset at)
    {
        var asked = world.Rows.Of<TicketExtension>().Last(one => one.TicketId == Row.Id);
        (asked.DecidedBy, asked.DecidedAt, asked.Granted) = (by.Person.Id, at, true);
        extensions.Add(new GrantedExtension(new Limit(asked.Days, TimeUnit.Days), asked.CountsFrom));
        Row.TimesExtended++;
        SetDue();
        return Step(TicketAct.GrantExtension, TicketRoles.Approver, at, null, by);
    }

    public TicketStory RequestReturn(PostHolder by, DateTimeOffset at, ReturnGround ground, string reason)
    {
        Add(new TicketReturn
        {
            Id = Part(), TicketId = Row.Id, Ground = ground, Reason = reason, AskedBy = by.Person.Id, AskedFor = by.Post.OrganisationId, AskedAt = at,
            DecideDueAt = Deadlines.Due(at, Rules.Returns.Within), Rules = Rules.Version,
        });
        return Step(TicketAct.RequestReturn, TicketRoles.Handler, at, reason, by);
    }

    public TicketStory RejectReturn(PostHolder by, DateTimeOffset at, string reason)
    {
        var asked = world.Rows.Of<TicketReturn>().Last(one => one.TicketId == Row.Id);
        (asked.DecidedBy, asked.DecidedFor, asked.DecidedAt, asked.Accepted, asked.Decision) = (by.Person.Id, by.Post.OrganisationId, at, false, reason);
        return Step(TicketAct.RejectReturn, TicketRoles.Adjudicator, at, reason, by);
    }

    /// <summary>Calls the place of the other; without an answer before, the silent level stays on record.</summary>
    public TicketStory Whistle(PostHolder by, PostHolder called, WhistleLevel level, DateTimeOffset at, string matter)
    {
        var silent = whistle is { AnsweredAt: null } ? whistle : null;
        if (silent is not null)
        {
            silent.RaisedAt = at;
        }

        whistle = Add(new TicketWhistle
        {
            Id = Part(), TicketId = Row.Id, Level = level, PlaceId = called.Post.PlaceId, Matter = matter, BlownBy = by.Person.Id, BlownFor = by.Post.OrganisationId, BlownAt = at,
            DueAt = Deadlines.Due(at, Rules.Whistles[level].Within), RaisedFrom = silent?.Id, Rules = Rules.Version,
        });
        return Step(silent is null ? TicketAct.Whistle : TicketAct.RaiseWhistle, TicketRoles.Dispatcher, at, matter, by);
    }

    public TicketStory AnswerWhistle(PostHolder by, DateTimeOffset at, string answer)
    {
        (whistle!.AnsweredBy, whistle.AnsweredFor, whistle.AnsweredAt, whistle.Answer, whistle.Warranted) = (by.Person.Id, by.Post.OrganisationId, at, answer, true);
        return Step(TicketAct.AnswerWhistle, TicketRoles.Responder, at, answer, by);
    }

    public TicketStory AssessWhistle(PostHolder by, DateTimeOffset at, bool helped)
    {
        (whistle!.AssessedBy, whistle.AssessedAt, whistle.Helped) = (by.Person.Id, at, helped);
        return Step(TicketAct.AssessWhistle, TicketRoles.Dispatcher, at, null, by);
    }

    public TicketStory Invite(PostHolder by, PostHolder member, JointWay way, DateTimeOffset at, string task, int days, string said)
    {
        Add(new JointParty
        {
            Id = Part(), TicketId = Row.Id, OrganisationId = member.Post.OrganisationId, Way = way, Task = task, DueOn = ChinaTime.DayOf(at).AddDays(days),
            InvitedBy = by.Person.Id, InvitedAt = at, Rules = Rules.Version,
        });
        return Step(TicketAct.InviteParty, TicketRoles.Dispatcher, at, $"{said} · {task}", by);
    }

    public TicketStory ReportBack(PostHolder by, DateTimeOffset at, string report)
    {
        var part = world.Rows.Of<JointParty>().Last(one => one.TicketId == Row.Id && one.OrganisationId == by.Post.OrganisationId);
        (part.ReportedBy, part.ReportedAt, part.Report) = (by.Person.Id, at, report);
        return Step(TicketAct.ReportBack, TicketRoles.Party, at, report, by);
    }

    public TicketStory Note(PostHolder by, DateTimeOffset at, string note)
    {
        Add(new InternalNote { Id = Part(), TicketId = Row.Id, At = at, PersonId = by.Person.Id, PersonName = by.Person.Name, ActedAs = by.SaidAs, Note = note });
        return this;
    }

    private T Add<T>(T row)
        where T : class => world.Rows.Add(row);

    private Guid Part() => world.Id("handling", $"{Row.Id}/{parts++}");

    private void SetDue() => Row.ResolveDueAt = Deadlines.ResolveDue(Row, pauses, extensions);
}
