using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Npgsql;

namespace Linli.Web.Tickets.Finding;

/// <summary>What early finding shows of a place: the hot spots of a week and the topics proposed. Everything was found earlier and is read from its rows.</summary>
internal sealed class ShowFindings(NpgsqlDataSource database, TimeProvider clock)
{
    public const int WeeksBack = 12;
    public const int Most = 200;

    public sealed record Input
    {
        /// <summary>Code of a place in scope; the own one without it.</summary>
        public string? Place { get; init; }

        /// <summary>A day of the week; the last one that is over without it.</summary>
        public DateOnly? Week { get; init; }
    }

    private const string SumWeeks = """
        select count(*)::int, count(*) filter (where f.compared > 0)::int, coalesce(sum(f.compared), 0)::int, coalesce(sum(f.reporters), 0)::int
          from tickets.finding_weeks f join registry.places p on p.id = f.compound_id where p.path like @here and f.week = @week
        """;

    private const string ReadSpots = """
        select h.id, p.id, p.code, p.name, p.path, b.id, b.name, h.category, h.reporters, h.past_reporters, h.past_weeks, h.size, h.chance, h.corrected, h.compared, h.rules,
               exists (select from tickets.topics t where t.hot_spot_id = h.id)
          from tickets.hot_spots h join registry.places p on p.id = h.compound_id left join registry.places b on b.id = h.building_id
         where p.path like @here and h.week = @week order by h.corrected, p.path, h.id limit @most
        """;

    private const string ReadTopics = """
        select t.id, t.xmin::text::bigint, p.code, p.name, p.path, t.week, t.origin, t.label, b.name, t.reporters, t.said, t.out_of, t.past_said, t.past_out_of, t.likelihood, t.state,
               a.name, o.short_name, d.name, t.decided_as, t.decided_at, t.reason, h.past_weeks
          from tickets.topics t join registry.places p on p.id = t.compound_id
          left join tickets.hot_spots h on h.id = t.hot_spot_id left join registry.places b on b.id = h.building_id
          left join registry.people a on a.id = t.answerable_id left join registry.organisations o on o.id = t.answerable_for left join registry.people d on d.id = t.decided_by
         where p.path like @here and (t.state = 'Proposed' or t.week >= @since) order by t.state <> 'Proposed', t.found_at desc, t.id limit @most
        """;

    private const string CountGroups = """
        select count(distinct g.id)::int from tickets.duplicate_groups g join registry.places p on p.id = g.compound_id
          join tickets.duplicate_members m on m.group_id = g.id and m.state = 'Proposed'
         where p.path like @here and g.state in ('Proposed', 'Confirmed')
        """;

    public async Task<Outcome<FindingsView>> Execute(Input input, Actor actor, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (Scope.Of(actor, Permission.ViewOverview).IsNothing || await FindingAccess.Find(connection, input.Place, actor, cancel) is not { } place)
        {
            return new NotFound();
        }

        var last = FindingWeek.LastBefore(ChinaTime.DayOf(clock.GetUtcNow()));
        // A week that is not over, or long gone, is answered with the nearest that can be shown.
        var asked = input.Week is { } day && day > last.AddDays(-7 * WeeksBack) && day < last.AddDays(7) ? FindingWeek.Of(day) : last;
        var week = asked > last ? last : asked;
        (string, object)[] of = [("here", place.Path + "%"), ("week", week), ("since", last.AddDays(-7 * WeeksBack)), ("most", Most)];
        var sums = (await Read(connection, SumWeeks, r => new WeekSums(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)), cancel, of[..2]))[0];
        return new FindingsView
        {
            Place = place,
            Week = week,
            LastWeek = last,
            Rules = FindingRules.On(week),
            Sums = sums,
            Spots = await Read(connection, ReadSpots, r => Spot(r, actor), cancel, of[0], of[1], of[3]),
            Topics = await Read(connection, ReadTopics, r => Topic(r, actor), cancel, of[0], of[2], of[3]),
            Groups = Scope.Of(actor, Permission.AcceptTickets).IsNothing ? null : (await Read(connection, CountGroups, r => r.GetInt32(0), cancel, of[0]))[0],
        };
    }

    private static HotSpotView Spot(NpgsqlDataReader r, Actor actor) => new()
    {
        Id = r.GetGuid(0), CompoundId = r.GetGuid(1), CompoundCode = r.GetString(2), CompoundName = r.GetString(3), BuildingId = r.IsDBNull(5) ? null : r.GetGuid(5),
        BuildingName = Text(r, 6), Category = Text(r, 7), Reporters = r.GetInt32(8), PastReporters = r.GetInt32(9), PastWeeks = r.GetInt32(10),
        Size = r.IsDBNull(11) ? null : r.GetDecimal(11), Chance = r.GetDecimal(12), Corrected = r.GetDecimal(13), Compared = r.GetInt32(14), Rules = r.GetString(15),
        IsProposed = r.GetBoolean(16), MayPropose = !r.GetBoolean(16) && FindingAccess.MayPropose(actor, new PlacePath(r.GetString(4))),
    };

    private static TopicView Topic(NpgsqlDataReader r, Actor actor) => new()
    {
        Id = r.GetGuid(0), Version = (uint)r.GetInt64(1), CompoundCode = r.GetString(2), CompoundName = r.GetString(3), Week = r.GetFieldValue<DateOnly>(5),
        Origin = Enum.Parse<TopicOrigin>(r.GetString(6)), Label = r.GetString(7), BuildingName = Text(r, 8), Reporters = r.GetInt32(9), Said = r.GetInt32(10), OutOf = r.GetInt32(11),
        PastSaid = r.GetInt32(12), PastOutOf = r.GetInt32(13), Likelihood = r.GetDecimal(14), State = Enum.Parse<TopicState>(r.GetString(15)), AnswerableName = Text(r, 16),
        AnswerableFor = Text(r, 17), DecidedBy = Text(r, 18), DecidedAs = Text(r, 19), DecidedAt = r.IsDBNull(20) ? null : r.GetFieldValue<DateTimeOffset>(20), Reason = Text(r, 21),
        PastWeeks = r.IsDBNull(22) ? null : r.GetInt32(22),
        MayDecide = r.GetString(15) == nameof(TopicState.Proposed) && Scope.Of(actor, Permission.ManageFindings).Covers(new PlacePath(r.GetString(4))),
    };

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static async Task<IReadOnlyList<T>> Read<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
