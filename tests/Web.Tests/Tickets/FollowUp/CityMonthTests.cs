using System.Diagnostics;
using System.Globalization;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Store;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.FollowUp;
using Linli.Web.Tickets.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.FollowUp;

/// <summary>
/// A city's month is worked through by the job with a stepping clock, and not one overdue ticket is missed: what was taken is
/// compared with the ladder written down a second time. LINLI_CITY_TICKETS=300000 LINLI_CITY_LOOK_MINUTES=60 is 10,000 tickets a day.
/// </summary>
public class CityMonthTests(LinliHostFixture host, ITestOutputHelper output)
{
    private static readonly int Size = Setting("LINLI_CITY_TICKETS", 3_000);
    private static readonly int LookMinutes = Setting("LINLI_CITY_LOOK_MINUTES", 12 * 60);

    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [Fact]
    public async Task No_overdue_ticket_of_a_citys_month_is_missed()
    {
        await using var app = await host.New();
        app.Clock.Set(Start);
        var ground = await Ground(app);
        var month = new CityMonth(Size, Start);
        var tickets = month.Tickets().ToList();
        // It looks on for ten days after the last report.
        var looks = new List<DateTimeOffset>();
        for (var look = Start; look <= month.End.AddDays(10); look = look.AddMinutes(LookMinutes))
        {
            looks.Add(look);
        }

        var events = tickets.SelectMany(ticket => ticket.Events.Select(one => (ticket.Id, Event: one))).OrderBy(one => one.Event.At).ToList();
        var (arrived, happened, runs) = (0, 0, new List<TimeSpan>());
        foreach (var look in looks)
        {
            var until = tickets.FindIndex(arrived, ticket => ticket.Received > look);
            var here = tickets[arrived..(until < 0 ? tickets.Count : until)];
            arrived += here.Count;
            await Arrive(app, here, ground);
            var now = events.Skip(happened).TakeWhile(one => one.Event.At <= look).ToList();
            happened += now.Count;
            await Happen(app, now);
            app.Clock.Set(look);
            var started = Stopwatch.GetTimestamp();
            await app.Background.Run<ClimbLadder>();
            runs.Add(Stopwatch.GetElapsedTime(started));
        }

        var expected = tickets.SelectMany(ticket => NaiveLadder.Of(ticket, looks)).ToDictionary(one => one.Key, one => one.Value);
        var taken = await Taken(app);
        taken.Keys.Except(expected.Keys).ShouldBeEmpty();
        expected.Keys.Except(taken.Keys).ShouldBeEmpty();
        taken.Where(step => (step.Value - expected[step.Key]).Duration() > TimeSpan.FromSeconds(1)).ShouldBeEmpty("taken later than at the first look at which it was due");
        expected.Count.ShouldBeGreaterThan(Size / 4);
        // Each left its line in the timeline and its record.
        (await app.Count("tickets.timeline", "act <> 'ReportUnsolved'")).ShouldBe(taken.Count);
        (await app.Count("platform.audit_entries", "subject_kind = 'Ticket'")).ShouldBe(taken.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Size:N0} tickets, {runs.Count:N0} runs, {taken.Count:N0} steps ({string.Join(", ", taken.GroupBy(s => s.Key.Step).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count():N0}"))}); "
            + $"a run takes {runs.Average(r => r.TotalMilliseconds):N0} ms on average, {runs.Max().TotalMilliseconds:N0} ms at most; none missed, none twice."));
    }

    private sealed record GroundOf(Guid[] Compounds, Guid Reporter, Guid Worker);

    private static async Task<GroundOf> Ground(TestApp app)
    {
        var street = await app.World.Place("测试街道", PlaceKind.Subdistrict, "95/");
        await app.World.Post(await app.World.Person(), PostKinds.SubdistrictOfficer.Code, street);
        var compounds = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            compounds.Add(await app.World.CompoundAt($"测试小区{i}", $"95/{i:D4}/", street));
            await app.World.Post(await app.World.Person(), PostKinds.ProjectLead.Code, compounds[i]);
        }

        return new GroundOf([.. compounds], await app.World.Person(), await app.World.Person());
    }

    private static async Task Arrive(TestApp app, List<PlannedTicket> here, GroundOf ground)
    {
        if (here.Count == 0)
        {
            return;
        }

        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var rows = here.Select(ticket => (object)new Ticket
        {
            Id = ticket.Id, Number = $"CS-{ticket.Number:D7}", CompoundId = ground.Compounds[ticket.Number % ground.Compounds.Length], PlaceText = "1栋", Kind = TicketKind.Repair, Category = "lift",
            Urgency = ticket.Urgency, Description = "x", State = TicketState.Assigned, ServiceLevel = "default@1", ReporterId = ground.Reporter, ReportedAs = "x", ReceivedAt = ticket.Received,
            ContactDueAt = ticket.ContactDue, ResolveDueAt = ticket.ResolveDue, AssignedTo = ground.Worker, AssignedAt = ticket.Received,
        }).ToList();
        await app.WithDb(async db =>
        {
            await BulkWriter.Insert(db.Model.FindEntityType(typeof(Ticket))!, rows, connection, CancellationToken.None);
            return true;
        });
    }

    private static async Task Happen(TestApp app, List<(Guid Id, PlannedEvent Event)> now)
    {
        var reopened = now.Where(one => one.Event.State == TicketState.Reopened).ToList();
        var last = now.GroupBy(one => one.Id).Select(one => one.Last()).ToList();
        static DateTimeOffset?[] Column(IEnumerable<(Guid Id, PlannedEvent Event)> events, Func<PlannedEvent, DateTimeOffset?> of) => [.. events.Select(one => of(one.Event))];
        await app.Execute(
            """
            update tickets.tickets t set state = e.state, contacted_at = e.contacted, resolve_due_at = e.due, replied_at = e.replied, closed_at = e.closed, times_reopened = e.round
              from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::int[]) as e(id, state, contacted, due, replied, closed, round)
             where t.id = e.id
            """,
            last.Select(one => one.Id).ToArray(), last.Select(one => one.Event.State.ToString()).ToArray(), Column(last, e => e.ContactedAt), Column(last, e => e.Due),
            Column(last, e => e.RepliedAt), Column(last, e => e.ClosedAt), last.Select(one => one.Event.Round).ToArray());
        await app.Execute(
            """
            insert into tickets.timeline (id, ticket_id, at, act, state, acted_as)
            select gen_random_uuid(), e.id, e.at, 'ReportUnsolved', 'Reopened', 'x' from unnest($1::uuid[], $2::timestamptz[]) as e(id, at)
            """,
            reopened.Select(one => one.Id).ToArray(), reopened.Select(one => one.Event.At).ToArray());
    }

    private static async Task<Dictionary<(Guid Ticket, int Round, string Step), DateTimeOffset>> Taken(TestApp app)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select ticket_id, round, step, at from tickets.follow_up_steps");
        await using var row = await command.ExecuteReaderAsync();
        var taken = new Dictionary<(Guid, int, string), DateTimeOffset>();
        while (await row.ReadAsync())
        {
            taken.Add((row.GetGuid(0), row.GetInt32(1), row.GetString(2)), row.GetFieldValue<DateTimeOffset>(3));
        }

        return taken;
    }
}
