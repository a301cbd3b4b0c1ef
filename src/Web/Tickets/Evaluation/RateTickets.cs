using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Contract;
using Npgsql;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>A ticket behind a figure, with what the rates see of it.</summary>
public sealed record RatedTicket
{
    public required string Number { get; init; }

    public required string CompoundName { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required TicketState State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ContactDueAt { get; init; }

    public required DateTimeOffset? ContactedAt { get; init; }

    public required bool? Solved { get; init; }

    public required Satisfaction? Satisfaction { get; init; }

    public required ExclusionScope Excluded { get; init; }
}

/// <summary>A page of the tickets behind a figure, and how many there are in all.</summary>
public sealed record RatedTickets(string Name, long Count, IReadOnlyList<RatedTicket> Tickets, int Page, int Pages);

/// <summary>Exactly the tickets that a figure of the rates counts.</summary>
internal sealed class RateTickets(NpgsqlDataSource database, TimeProvider clock)
{
    public const int PageSize = 50;

    public sealed record Input
    {
        /// <summary>Code of a place in the actor's scope; the scope's own place without it.</summary>
        public string? Place { get; init; }

        /// <summary>Only while this company served the compound.</summary>
        public Guid? Organisation { get; init; }

        public required RatePeriod Period { get; init; }

        public RateCount Of { get; init; } = RateCount.Orders;

        /// <summary>From 1.</summary>
        public int Page { get; init; } = 1;
    }

    private const string FindPlace = """
        select coalesce((select o.short_name from registry.organisations o where o.id = @organisation), p.name), p.path from registry.places p
         where p.path like @scope and p.kind not in ('Building', 'Entrance') and (p.code = @code or (@code::text is null and p.id = @own))
        """;

    public async Task<Outcome<RatedTickets>> Execute(Input input, Actor actor, CancellationToken cancel)
    {
        // A figure is of those who see figures, its tickets of those who see tickets: the actor has to be both.
        var scope = Scope.Of(actor, Permission.ViewOverview | Permission.ViewTickets);
        if (scope.SqlPattern is not { } pattern)
        {
            return new NotAllowedInThisCapacity();
        }

        // PostgreSQL knows no such character, so no code holds it.
        if (input.Place?.Contains('\0', StringComparison.Ordinal) == true)
        {
            return new NotFound();
        }

        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var find = new NpgsqlCommand(FindPlace, connection);
        find.Parameters.AddWithValue("scope", pattern);
        find.Parameters.Add(new NpgsqlParameter("code", NpgsqlTypes.NpgsqlDbType.Text) { Value = string.IsNullOrWhiteSpace(input.Place) ? DBNull.Value : input.Place.Trim() });
        find.Parameters.AddWithValue("own", actor.Capacity?.PlaceId ?? Guid.Empty);
        find.Parameters.Add(Nullable("organisation", input.Organisation));
        string name, path;
        await using (var found = await find.ExecuteReaderAsync(cancel))
        {
            if (!await found.ReadAsync(cancel))
            {
                return new NotFound();
            }

            (name, path) = (found.GetString(0), found.GetString(1));
        }

        var page = Math.Clamp(input.Page, 1, 2000);
        await using var command = new NpgsqlCommand(Sql(input), connection);
        command.Parameters.AddWithValue("here", path);
        command.Parameters.AddWithValue("from", input.Period.Begin.ToUniversalTime());
        command.Parameters.AddWithValue("until", input.Period.End.ToUniversalTime());
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        command.Parameters.AddWithValue("limit", PageSize);
        command.Parameters.AddWithValue("offset", (page - 1) * PageSize);
        command.Parameters.Add(Nullable("organisation", input.Organisation));
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var count = row.GetInt64(0);
        await row.NextResultAsync(cancel);
        List<RatedTicket> tickets = [];
        while (await row.ReadAsync(cancel))
        {
            tickets.Add(Read(row));
        }

        return new RatedTickets(name, count, tickets, page, (int)Math.Clamp((count + PageSize - 1) / PageSize, 1, 2000));
    }

    private static string Sql(Input input)
    {
        var served = input.Organisation is null ? string.Empty : """
             and exists (select from registry.services s where s.compound_id = t.compound_id and s.organisation_id = @organisation
                         and t.received_at >= s.starts_on::timestamp at time zone 'Asia/Shanghai'
                         and (s.ends_on is null or t.received_at < (s.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'))
            """;
        var from = $"""
            from registry.places b join tickets.tickets t on t.compound_id = b.id
             where b.path like @here || '%' and b.kind = 'Compound' and t.received_at >= @from and t.received_at < @until and {RateSql.Counts} and {RateSql.Of(input.Of)}{served}
            """;
        return $"""
            select count(*) {from};
            select t.number, b.name, t.place_text, t.category, t.state, t.received_at, t.contact_due_at, t.contacted_at, t.solved, t.satisfaction, t.excluded
              {from} order by t.received_at desc, t.id limit @limit offset @offset
            """;
    }

    private static NpgsqlParameter Nullable(string name, Guid? id) =>
        new(name, NpgsqlTypes.NpgsqlDbType.Uuid) { Value = id is { } value ? value : DBNull.Value };

    private static RatedTicket Read(NpgsqlDataReader row) => new()
    {
        Number = row.GetString(0),
        CompoundName = row.GetString(1),
        PlaceText = row.GetString(2),
        Category = row.GetString(3),
        State = Enum.Parse<TicketState>(row.GetString(4)),
        ReceivedAt = row.GetFieldValue<DateTimeOffset>(5),
        ContactDueAt = row.GetFieldValue<DateTimeOffset>(6),
        ContactedAt = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        Solved = row.IsDBNull(8) ? null : row.GetBoolean(8),
        Satisfaction = row.IsDBNull(9) ? null : Enum.Parse<Satisfaction>(row.GetString(9)),
        Excluded = row.IsDBNull(10) ? ExclusionScope.None : Enum.Parse<ExclusionScope>(row.GetString(10)),
    };
}
