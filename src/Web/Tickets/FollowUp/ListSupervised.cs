using System.Globalization;
using System.Text;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>Which part of the list of 督办.</summary>
public enum SupervisionTab
{
    /// <summary>What needs me: cards to answer, proposals to decide, listings and talks whose day has come.</summary>
    Mine,

    /// <summary>Everything that is chased.</summary>
    All,

    /// <summary>Listed now.</summary>
    Listed,

    /// <summary>A talk is proposed, or was held.</summary>
    Interviews,
}

/// <summary>One ticket that is chased.</summary>
public sealed record SupervisedTicket
{
    public required string Number { get; init; }

    public required string CompoundName { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required string Description { get; init; }

    public required TicketState State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required string? HandlerName { get; init; }

    public required string? LeadUnitName { get; init; }

    /// <summary>The strongest step of the round.</summary>
    public required FollowUpKind Stage { get; init; }

    public required DateTimeOffset StageAt { get; init; }

    /// <summary>Null where no post that is answerable is held.</summary>
    public required string? AnswerableName { get; init; }

    public required bool IsAnswered { get; init; }

    /// <summary>Last day of the listing, or the day of the next talk.</summary>
    public required DateOnly? UntilOn { get; init; }
}

/// <summary>The tickets that are chased within an actor's area: who waits longest at the strongest step comes first.</summary>
internal sealed class ListSupervised(NpgsqlDataSource database, TimeProvider clock)
{
    public const int PageSize = 50;

    public sealed record Filter
    {
        public SupervisionTab Tab { get; init; }

        /// <summary>Code of a compound, community or above.</summary>
        public string? Place { get; init; }

        public FollowUpKind? Stage { get; init; }

        public int Page { get; init; } = 1;

        public int Size { get; init; } = PageSize;
    }

    private const string Rank = "array_position(array['Reminder', 'YellowCard', 'RedCard', 'ListingProposal', 'Listing', 'InterviewProposal', 'Interview'], s.kind)";

    private const string Open = "t.state not in ('Closed', 'Withdrawn') and t.state <> 'Replied'";

    private const string From = $"""
          from tickets.tickets t
          join registry.places p on p.id = t.compound_id
          join lateral (select s.* from tickets.follow_up_steps s where s.ticket_id = t.id and s.round = t.times_reopened
                         order by {Rank} desc, s.at desc limit 1) s on true
        """;

    // Cards and proposals given to me or to my unit, and what I set a day for that has come.
    private const string Mine = """
        exists (select from tickets.follow_up_steps m where m.ticket_id = t.id and (
              (m.answered_at is null and m.kind <> 'Reminder' and (m.answerable_id = @person or m.answerable_for = @unit))
           or (m.kind in ('Listing', 'Interview') and m.ended_at is null and m.until_on <= @today and m.taken_by = @person)))
        """;

    public async Task<IReadOnlyList<SupervisedTicket>> Read(Filter filter, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var sql = new StringBuilder($"""
            select t.number, p.name, t.place_text, t.category, left(t.description, 60) || case when length(t.description) > 60 then '…' else '' end, t.state,
                   coalesce(case when t.contacted_at is null then least(t.contact_due_at, t.resolve_due_at) end, t.resolve_due_at, s.due_at), h.name, o.short_name,
                   s.kind, s.at, a.name, s.answered_at is not null, (select max(u.until_on) from tickets.follow_up_steps u where u.ticket_id = t.id and u.ended_at is null)
            {From}
              left join registry.people h on h.id = t.assigned_to
              left join registry.people a on a.id = s.answerable_id
              left join registry.organisations o on o.id = t.lead_organisation_id
             where {Open}
            """);
        Where(sql, command.Parameters, filter, actor);
        sql.Append(CultureInfo.InvariantCulture, $" order by {Rank} desc, s.at, t.number limit @limit offset @offset");
        command.Parameters.AddWithValue("limit", filter.Size + 1);
        command.Parameters.AddWithValue("offset", Paging.Offset(filter.Page, filter.Size));
        command.CommandText = sql.ToString();
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<SupervisedTicket>();
        while (await row.ReadAsync(cancel))
        {
            found.Add(Of(row));
        }

        return found;
    }

    /// <summary>How many stand at each step, within the area and the place asked for.</summary>
    public async Task<IReadOnlyDictionary<FollowUpKind, long>> Stages(Filter filter, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var sql = new StringBuilder($"select s.kind, count(*) {From} where {Open}");
        Where(sql, command.Parameters, filter with { Tab = SupervisionTab.All, Stage = null }, actor);
        command.CommandText = sql.Append(" group by s.kind").ToString();
        await using var row = await command.ExecuteReaderAsync(cancel);
        var counts = new Dictionary<FollowUpKind, long>();
        while (await row.ReadAsync(cancel))
        {
            counts.Add(Enum.Parse<FollowUpKind>(row.GetString(0)), row.GetInt64(1));
        }

        return counts;
    }

    private static SupervisedTicket Of(NpgsqlDataReader row) => new()
    {
        Number = row.GetString(0), CompoundName = row.GetString(1), PlaceText = row.GetString(2), Category = row.GetString(3), Description = row.GetString(4),
        State = Enum.Parse<TicketState>(row.GetString(5)), DueAt = row.GetFieldValue<DateTimeOffset>(6), HandlerName = row.IsDBNull(7) ? null : row.GetString(7),
        LeadUnitName = row.IsDBNull(8) ? null : row.GetString(8), Stage = Enum.Parse<FollowUpKind>(row.GetString(9)), StageAt = row.GetFieldValue<DateTimeOffset>(10),
        AnswerableName = row.IsDBNull(11) ? null : row.GetString(11), IsAnswered = row.GetBoolean(12), UntilOn = row.IsDBNull(13) ? null : row.GetFieldValue<DateOnly>(13),
    };

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    private void Where(StringBuilder sql, NpgsqlParameterCollection parameters, Filter filter, Actor actor)
    {
        sql.Append(" and t.compound_id in (select id from registry.places where path like @scope and kind = 'Compound')");
        parameters.Add(Text("scope", FollowUpAccess.ScopeOf(actor).SqlPattern));
        if (filter.Tab == SupervisionTab.Mine)
        {
            sql.Append(" and ").Append(Mine);
            parameters.AddWithValue("person", actor.PersonId);
            parameters.Add(new NpgsqlParameter("unit", NpgsqlTypes.NpgsqlDbType.Uuid) { Value = (object?)FollowUpAccess.UnitOf(actor) ?? DBNull.Value });
            parameters.AddWithValue("today", ChinaTime.DayOf(clock.GetUtcNow()));
        }

        sql.Append(filter.Tab switch
        {
            SupervisionTab.Listed => " and exists (select from tickets.follow_up_steps l where l.ticket_id = t.id and l.kind = 'Listing' and l.ended_at is null)",
            SupervisionTab.Interviews => " and exists (select from tickets.follow_up_steps l where l.ticket_id = t.id and l.kind in ('Interview', 'InterviewProposal'))",
            _ => string.Empty,
        });
        if (filter.Stage is { } stage)
        {
            sql.Append(" and s.kind = @stage");
            parameters.AddWithValue("stage", stage.ToString());
        }

        if (!string.IsNullOrWhiteSpace(filter.Place))
        {
            sql.Append(" and p.path like (select path || '%' from registry.places where code = @place)");
            parameters.AddWithValue("place", filter.Place.Trim());
        }
    }
}
