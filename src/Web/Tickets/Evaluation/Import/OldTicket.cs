using System.Security.Cryptography;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>A ticket of an old system as rows of ours. What it comes to is judged by Domain from the stream of its events, as for every ticket.</summary>
internal sealed class OldTicket(IReadOnlyList<EventRow> rows, Guid compoundId, string unknownReporter, string withoutText)
{
    private static readonly Dictionary<string, TicketAct> Acts = new(StringComparer.Ordinal)
    {
        ["RECEIVED"] = TicketAct.Report, ["DISPATCHED"] = TicketAct.Assign, ["REPLIED"] = TicketAct.MarkDone,
        ["REVISITED"] = TicketAct.Visit, ["REOPENED"] = TicketAct.ReportUnsolved, ["CLOSED"] = TicketAct.Confirm, ["CONTACTED"] = TicketAct.Contact,
        ["PAUSED"] = TicketAct.Pause, ["RESUMED"] = TicketAct.Resume,
        ["RETURN_REQUESTED"] = TicketAct.RequestReturn, ["RETURN_ACCEPTED"] = TicketAct.AcceptReturn, ["RETURN_REFUSED"] = TicketAct.RejectReturn,
    };

    private readonly EventRow received = rows[0];

    /// <summary>The same ticket of the same compound has the same id, so that importing twice changes nothing.</summary>
    public Guid Id { get; } = IdOf($"{compoundId:N}/{rows[0].Ticket}");

    public string Number => received.Ticket;

    public Ticket Row(TicketDeadlines deadlines, Guid nobody)
    {
        var told = TicketEvaluation.Of(rows.Select(row => row.Told).OfType<TicketEvent>());
        var (level, contactDue, _) = deadlines.Of(received.Urgency, received.At);
        DateTimeOffset? Last(string name) => rows.LastOrDefault(row => row.Event == name)?.At.ToUniversalTime();
        var state = StateNow();
        var ticket = new Ticket
        {
            Id = Id,
            Number = Number,
            CompoundId = compoundId,
            PlaceText = received.Details.GetValueOrDefault("place", string.Empty),
            Kind = received.Category.Kind,
            Category = received.Category.Code,
            Urgency = received.Urgency,
            Description = received.Details.GetValueOrDefault("text") is { Length: > 0 } text ? text : withoutText,
            ContactBy = ContactWish.None,
            State = state,
            ServiceLevel = level,
            ReporterId = nobody,
            ReportedAs = unknownReporter,
            ReceivedAt = received.At.ToUniversalTime(),
            ContactDueAt = contactDue,
            AssignedAt = Last("DISPATCHED"),
            ContactedAt = told.FirstReachedAt?.ToUniversalTime(),
            RepliedAt = state is TicketState.Replied or TicketState.Closed ? Last("REPLIED") : null,
            ClosedAt = state == TicketState.Closed ? Last("CLOSED") : null,
            Solved = told.Solved,
            Satisfaction = told.Satisfaction,
            TimesReopened = rows.Count(row => row.Event == "REOPENED"),
            Excluded = told.Exclusion == ExclusionScope.None ? null : told.Exclusion,
        };
        ticket.ResolveDueAt = deadlines.ResolveDue(ticket, [.. Pauses().Select(pause => pause.Pause)], []);
        return ticket;
    }

    public IEnumerable<TicketPause> PauseRows(Guid nobody)
    {
        var isPaused = StateNow() == TicketState.Paused;
        return Pauses().Select((told, i) =>
        {
            var rules = HandlingRules.On(ChinaTime.DayOf(told.Pause.From));
            return new TicketPause
            {
                Id = IdOf($"{Id:N}/pause/{i}"),
                TicketId = Id,
                WaitsFor = told.For,
                FromAt = told.Pause.From.ToUniversalTime(),
                UntilAt = ChinaTime.EndOf(ChinaTime.DayOf(told.Pause.From).AddDays(rules.Pauses.LongestDays)).ToUniversalTime(),
                // A pause that a result cut short runs no more.
                ToAt = (told.Pause.To ?? (isPaused ? null : rows[^1].At))?.ToUniversalTime(),
                PausedBy = nobody,
                Rules = rules.Version,
            };
        });
    }

    public IEnumerable<TimelineEntry> Timeline()
    {
        var state = TicketState.Received;
        for (var i = 0; i < rows.Count; i++)
        {
            state = After(state, rows[i]);
            // Words about exclusions stand with the exclusion; a call that nobody answered is no contact.
            if (Acts.TryGetValue(rows[i].Event, out var act) && rows[i].Told is not ReporterCalled { Reached: false })
            {
                yield return new TimelineEntry
                {
                    Id = IdOf($"{Id:N}/{i}"), TicketId = Id, At = rows[i].At.ToUniversalTime(), State = state,
                    Act = act == TicketAct.Confirm && !rows.Take(i).Any(row => row.Event == "REVISITED") ? TicketAct.CloseUnrated : act,
                    ActedAs = rows[i].Actor,
                    Solved = rows[i].Solved, Satisfaction = rows[i].Satisfaction,
                };
            }
        }
    }

    public IEnumerable<Exclusion> Exclusions() =>
        ExclusionRounds.Of(rows.Select(row => row.Told).OfType<TicketEvent>()).Select((round, i) => new Exclusion
        {
            Id = IdOf($"{Id:N}/exclusion/{i}"),
            TicketId = Id,
            Reason = round.Reason,
            RequestedAt = round.Requested.At.ToUniversalTime(),
            RequestedAs = round.Requested.Actor,
            FirstAt = round.First?.At.ToUniversalTime(),
            FirstAs = round.First?.Actor,
            SecondAt = round.Second?.At.ToUniversalTime(),
            SecondAs = round.Second?.Actor,
            EndedAt = round.Ended?.At.ToUniversalTime(),
            EndedAs = round.Ended?.Actor,
            Ended = round.End,
        });

    private IEnumerable<(Pause Pause, PauseReason For)> Pauses()
    {
        EventRow? since = null;
        foreach (var row in rows)
        {
            if (row.Event == "PAUSED")
            {
                since ??= row;
            }
            else if (row.Event == "RESUMED" && since is { } from)
            {
                yield return (new Pause(from.At, row.At), from.WaitsFor);
                since = null;
            }
        }

        if (since is { } running)
        {
            yield return (new Pause(running.At, null), running.WaitsFor);
        }
    }

    private TicketState StateNow() => rows.Aggregate(TicketState.Received, After);

    private static TicketState After(TicketState state, EventRow row) => row.Event switch
    {
        "DISPATCHED" => TicketState.Assigned,
        "CONTACTED" when state is TicketState.Received or TicketState.Assigned or TicketState.Reopened && row.Told is ReporterCalled { Reached: true } => TicketState.Handling,
        "PAUSED" when state is TicketState.Assigned or TicketState.Handling or TicketState.Reopened => TicketState.Paused,
        "RESUMED" when state is TicketState.Paused => TicketState.Handling,
        "REPLIED" => TicketState.Replied,
        "REOPENED" => TicketState.Reopened,
        "CLOSED" => TicketState.Closed,
        _ => state,
    };

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"linli/import/{name}")).AsSpan(0, 16));
}
