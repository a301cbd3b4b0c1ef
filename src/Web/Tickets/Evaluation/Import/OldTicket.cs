using System.Security.Cryptography;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>A ticket of an old system as rows of ours. What it comes to is judged by Domain from the stream of its events, as for every ticket.</summary>
internal sealed class OldTicket(IReadOnlyList<EventRow> rows, Guid compoundId, string unknownReporter, string withoutText)
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["RECEIVED"] = nameof(TicketAct.Report), ["DISPATCHED"] = nameof(TicketAct.Assign), ["REPLIED"] = nameof(TicketAct.MarkDone),
        ["REVISITED"] = nameof(TicketAct.Visit), ["REOPENED"] = nameof(TicketAct.ReportUnsolved), ["CLOSED"] = nameof(TicketAct.CloseUnrated),
        ["PAUSED"] = "Pause", ["RESUMED"] = "Resume", ["RETURN_REQUESTED"] = "RequestReturn", ["RETURN_ACCEPTED"] = EvaluationActs.ReturnAccepted, ["RETURN_REFUSED"] = "RejectReturn",
    };

    private readonly EventRow received = rows[0];

    /// <summary>The same ticket of the same compound has the same id, so that importing twice changes nothing.</summary>
    public Guid Id { get; } = IdOf($"{compoundId:N}/{rows[0].Ticket}");

    public string Number => received.Ticket;

    public DateOnly ReceivedOn => ChinaTime.DayOf(received.At);

    public Ticket Row(ServiceLevelProfile profile, WorkCalendar calendar, Guid nobody)
    {
        var told = TicketEvaluation.Of(rows.Select(row => row.Told).OfType<TicketEvent>());
        var (clock, level) = (profile.Clock(calendar), profile.For(received.Urgency));
        DateTimeOffset? Last(string name) => rows.LastOrDefault(row => row.Event == name)?.At.ToUniversalTime();
        var state = StateNow();
        return new Ticket
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
            ServiceLevel = $"{profile.Id}@{profile.Version}",
            ReporterId = nobody,
            ReportedAs = unknownReporter,
            ReceivedAt = received.At.ToUniversalTime(),
            ContactDueAt = clock.Due(received.At, level.Contact).ToUniversalTime(),
            ResolveDueAt = (clock.Due(received.At, level.Resolve, Pauses()) ?? clock.Due(received.At, level.Resolve)).ToUniversalTime(),
            AssignedAt = Last("DISPATCHED"),
            ContactedAt = told.FirstReachedAt?.ToUniversalTime(),
            RepliedAt = state is TicketState.Replied or TicketState.Closed ? Last("REPLIED") : null,
            ClosedAt = state == TicketState.Closed ? Last("CLOSED") : null,
            Solved = told.Solved,
            Satisfaction = told.Satisfaction,
            TimesReopened = rows.Count(row => row.Event == "REOPENED"),
            Excluded = told.Exclusion == ExclusionScope.None ? null : told.Exclusion,
        };
    }

    public IEnumerable<TimelineEntry> Timeline()
    {
        var state = TicketState.Received;
        for (var i = 0; i < rows.Count; i++)
        {
            state = After(state, rows[i]);
            // Words about exclusions stand with the exclusion; a call that nobody answered is no contact.
            if (rows[i] is { Event: not "CONTACTED" } or { Event: "CONTACTED", Told: ReporterCalled { Reached: true } }
                && Enum.TryParse<TicketAct>(Acts.GetValueOrDefault(rows[i].Event, nameof(TicketAct.Contact)), out var act) && !rows[i].Event.StartsWith("EXCLUSION", StringComparison.Ordinal))
            {
                yield return new TimelineEntry
                {
                    Id = IdOf($"{Id:N}/{i}"), TicketId = Id, At = rows[i].At.ToUniversalTime(), Act = act, State = state, ActedAs = rows[i].Actor,
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

    private IEnumerable<Pause> Pauses()
    {
        DateTimeOffset? since = null;
        foreach (var row in rows)
        {
            if (row.Event == "PAUSED")
            {
                since ??= row.At;
            }
            else if (row.Event == "RESUMED" && since is { } from)
            {
                yield return new Pause(from, row.At);
                since = null;
            }
        }

        if (since is { } running)
        {
            yield return new Pause(running, null);
        }
    }

    private TicketState StateNow() => rows.Aggregate(TicketState.Received, After);

    private static TicketState After(TicketState state, EventRow row) => row.Event switch
    {
        "DISPATCHED" => TicketState.Assigned,
        "CONTACTED" when state is TicketState.Received or TicketState.Assigned or TicketState.Reopened && row.Told is ReporterCalled { Reached: true } => TicketState.Handling,
        "REPLIED" => TicketState.Replied,
        "REOPENED" => TicketState.Reopened,
        "CLOSED" => TicketState.Closed,
        _ => state,
    };

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"linli/import/{name}")).AsSpan(0, 16));
}
