using Npgsql;

namespace Linli.Bench;

/// <summary>Fills the tickets up to a million and more over the last year: what is older than three weeks is closed but for a few, of the others most are open.</summary>
internal static class MillionTickets
{
    private const string Fill = """
        with few as (select * from tickets.tickets where number not like 'BENCH-%' order by received_at limit 190),
         own as (select c.place_id as id from platform.demo_persons d join registry.capacities c on c.person_id = d.person_id where d.position = 4 and c.kind = 'Post' limit 1),
         compounds as (select array_agg(place_id order by place_id) as ids from registry.compounds),
         samples as (select array_agg(t.description) as texts, array_agg(t.place_text) as places, array_agg(t.category) as categories from few t),
         people as (select array_agg(distinct t.assigned_to) filter (where t.assigned_to is not null) as workers, array_agg(distinct t.reporter_id) as reporters, (array_agg(distinct lead_organisation_id) filter (where lead_organisation_id is not null)) as leads from few t)
        insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at,
          accepted_by, accepted_at, assigned_to, assigned_at, contacted_at, replied_at, closed_at, solved, satisfaction, lead_organisation_id)
        select gen_random_uuid(), 'MI-2611-' || n, case when n % 50 = 0 then own.id else compounds.ids[1 + (n::bigint * 7919) % cardinality(compounds.ids)] end,
               places[1 + n % cardinality(places)], 'Repair', categories[1 + n % cardinality(categories)], 'Normal', texts[1 + n % cardinality(texts)] || ' (' || n || ')', 'Phone', s.state, 'default@1',
               reporters[1 + n % cardinality(reporters)], 'bench', r.at, r.at + interval '1 day', r.at + interval '7 days',
               workers[1 + n % cardinality(workers)], r.at + interval '1 hour',
               case when s.state in ('Assigned','Handling','Replied','Closed') then workers[1 + n % cardinality(workers)] end, case when s.state not in ('Received','Accepted') then r.at + interval '2 hours' end,
               case when s.state in ('Handling','Replied','Closed') and n % 10 > 0 then r.at + (n % 30) * interval '1 hour' end, case when s.state in ('Replied','Closed') then r.at + interval '3 days' end, case when s.state = 'Closed' then r.at + interval '6 days' end,
               case when s.state = 'Closed' and n % 3 > 0 then n % 5 > 0 end, case when s.state = 'Closed' and n % 3 > 0 then (array['Satisfied','Satisfied','Basic','Dissatisfied'])[1 + n % 4] end,
               case when s.state <> 'Received' then leads[1 + n % cardinality(leads)] end
          from own, compounds, samples, people, generate_series(1, 1000000) n
          cross join lateral (select now() - n * interval '31 seconds' as at) r
          -- what is younger than three weeks may be open
          cross join lateral (select case when n % 997 = 0 and n < 500000 then 'Handling' when n > 58000 then case when n % 40 = 0 then 'Withdrawn' else 'Closed' end
              else (array['Received','Accepted','Assigned','Handling','Handling','Replied','Closed','Closed'])[1 + n % 8] end as state) s
        """;

    // The index of the words is built at once: a million tickets at one moment is no way in which they come.
    private static readonly string[] Settle =
    [
        "drop index tickets.ticket_grams_idx",
        "insert into tickets.ticket_grams select t.id, tickets.grams(t.number || ' ' || t.place_text || ' ' || t.description) || ('#' || t.compound_id) from tickets.tickets t on conflict do nothing",
        "truncate tickets.words_to_read",
        "create index ticket_grams_idx on tickets.ticket_grams using gin (grams)",
        "vacuum analyze tickets.ticket_grams",
        "vacuum analyze tickets.tickets",
    ];

    public static async Task Make()
    {
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("LINLI_DATABASE")!);
        foreach (var statement in Settle.Prepend(Fill))
        {
            await using var command = database.CreateCommand(statement);
            command.CommandTimeout = 3600;
            await command.ExecuteNonQueryAsync();
        }
    }
}
