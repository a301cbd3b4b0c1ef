using Linli.Web.Tickets.Contract;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>
/// The counts of the three rates by compound and day of receipt: days that are counted beforehand where nothing changed since, all others counted live in
/// the same statement, so that a figure is exactly what its tickets say (decision 26).
/// </summary>
internal static class RateDays
{
    private const string Names = "orders, excluded, to_contact, in_time, solved_answers, solved, satisfaction_answers, satisfied";

    private const string Day = "(t.received_at at time zone 'Asia/Shanghai')::date";

    /// <summary>Whether nothing about a ticket moves by the clock alone any more: its reporter was reached, or the time for it is over.</summary>
    private const string Settled = "t.contacted_at is not null or t.contact_due_at <= @at or t.excluded is not distinct from 'All' or t.state = 'Withdrawn'";

    /// <summary>
    /// Begins a statement: <c>compounds</c> (id, path) below the path @here, and <c>counted</c> (compound_id, day, the eight counts) for the days @first to @last.
    /// What was counted after the moment of counting is not used.
    /// </summary>
    public static readonly string Counted = With("d.compound_id, d.day, d.orders, d.excluded, d.to_contact, d.in_time, d.solved_answers, d.solved, d.satisfaction_answers, d.satisfied", string.Empty);

    /// <summary>The same for whoever asks for no days: a year of a compound is one row, added up where it is read.</summary>
    public static readonly string CountedWhole = With(
        "d.compound_id, null::date as day, sum(d.orders) as orders, sum(d.excluded) as excluded, sum(d.to_contact) as to_contact, sum(d.in_time) as in_time, sum(d.solved_answers) as solved_answers, sum(d.solved) as solved, "
        + "sum(d.satisfaction_answers) as satisfaction_answers, sum(d.satisfied) as satisfied", " group by d.compound_id");

    private static string With(string columns, string grouped) => $"""
        with compounds as materialized (select id, path from registry.places where path like @here || '%' and kind = 'Compound'),
        horizon as materialized (select coalesce(max(through_on), '-infinity'::date) as through_on from tickets.rate_horizon where counted_at <= @at),
        marks as materialized (
          select distinct m.compound_id, m.day from tickets.rate_marks m
           where m.day between @first and @last and m.day <= (select through_on from horizon) and m.compound_id in (select id from compounds)),
        counted as (
          select {columns}
            from tickets.rate_days d
           where d.day between @first and @last and d.day <= (select through_on from horizon) and d.compound_id in (select id from compounds)
             and not exists (select from marks m where m.compound_id = d.compound_id and m.day = d.day){grouped}
          union all
          select m.compound_id, m.day, r.* from marks m
           cross join lateral (select {RateSql.Tally} from tickets.tickets t where t.compound_id = m.compound_id and {RateSql.Counts}
                  and t.received_at >= m.day::timestamp at time zone 'Asia/Shanghai' and t.received_at < (m.day + 1)::timestamp at time zone 'Asia/Shanghai') r
          union all
          select b.id, r.* from compounds b
           cross join lateral (select {Day}, {RateSql.Tally} from tickets.tickets t where t.compound_id = b.id and {RateSql.Counts} and t.received_at < @until
                  and t.received_at >= greatest(@from, case when (select through_on from horizon) = '-infinity' then @from
                                                            else ((select through_on from horizon) + 1)::timestamp at time zone 'Asia/Shanghai' end)
                  group by 1) r)
        """;

    /// <summary>Counts marked days again, and those between the horizon and @through for the first time. Days that the clock still moves stay marked.</summary>
    public const string Count = $"""
        with before as (select coalesce(max(through_on), '-infinity'::date) as through_on from tickets.rate_horizon),
        taken as (delete from tickets.rate_marks returning compound_id, day),
        due as (select distinct compound_id, day from taken where day <= @through),
        fresh as (
          select t.compound_id, {Day} as day, {RateSql.Tally}, bool_and({Settled}) as settled from tickets.tickets t
           where t.received_at < (@through + 1)::timestamp at time zone 'Asia/Shanghai'
             and t.received_at >= case when (select through_on from before) = '-infinity' then '-infinity'::timestamptz
                                       else ((select through_on from before) + 1)::timestamp at time zone 'Asia/Shanghai' end
             and {RateSql.Counts}
           group by 1, 2),
        again as (
          select d.compound_id, d.day, r.* from due d
           cross join lateral (select {RateSql.Tally}, coalesce(bool_and({Settled}), true) from tickets.tickets t where t.compound_id = d.compound_id and {RateSql.Counts}
                  and t.received_at >= d.day::timestamp at time zone 'Asia/Shanghai' and t.received_at < (d.day + 1)::timestamp at time zone 'Asia/Shanghai') r
           where d.day <= (select through_on from before)),
        whole (compound_id, day, {Names}, settled) as (select * from fresh union all select * from again),
        kept as (
          insert into tickets.rate_days (compound_id, day, {Names})
          select compound_id, day, {Names} from whole where settled
          on conflict (compound_id, day) do update set
            orders = excluded.orders, excluded = excluded.excluded, to_contact = excluded.to_contact, in_time = excluded.in_time, solved_answers = excluded.solved_answers,
            solved = excluded.solved, satisfaction_answers = excluded.satisfaction_answers, satisfied = excluded.satisfied),
        moving as (insert into tickets.rate_marks (compound_id, day) select compound_id, day from whole where not settled)
        insert into tickets.rate_horizon (through_on, counted_at) values (@through, @at)
        on conflict (one) do update set through_on = greatest(rate_horizon.through_on, excluded.through_on), counted_at = greatest(rate_horizon.counted_at, excluded.counted_at)
        """;
}
