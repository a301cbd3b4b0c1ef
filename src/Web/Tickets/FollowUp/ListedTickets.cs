using Linli.Domain.Kernel;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>A listed ticket as everybody sees it: no person, no dwelling, no words of the report.</summary>
public sealed record ListedTicket(string Number, string CompoundName, string Category, string? LeadUnitName, string? SupervisorName, DateOnly ListedOn, DateOnly UntilOn, bool IsOver);

/// <summary>挂牌督办 in public: what is listed now, for anybody who asks, signed in or not.</summary>
internal sealed class ListedTickets(NpgsqlDataSource database, TimeProvider clock)
{
    private const int Most = 500;

    // The supervisor is the unit, never the person.
    private const string Find = """
        select t.number, p.name, t.category, o.short_name, u.short_name, s.at, s.until_on
          from tickets.follow_up_steps s
          join tickets.tickets t on t.id = s.ticket_id
          join registry.places p on p.id = t.compound_id
          left join registry.organisations o on o.id = t.lead_organisation_id
          left join registry.organisations u on u.id = s.answerable_for
         where s.kind = 'Listing' and s.ended_at is null and t.state not in ('Closed', 'Withdrawn')
         order by s.until_on, t.number limit $1
        """;

    public async Task<IReadOnlyList<ListedTicket>> Of(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue(Most);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var found = new List<ListedTicket>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var until = row.GetFieldValue<DateOnly>(6);
            found.Add(new ListedTicket(
                row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4),
                ChinaTime.DayOf(row.GetFieldValue<DateTimeOffset>(5)), until, until < today));
        }

        return found;
    }
}
