using System.Diagnostics;
using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Finding;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Finding;

/// <summary>The weekly look over many compounds: planted hot spots are found and no others beyond the stated share. <c>LINLI_FINDING_TICKETS=1000000</c> prints what it costs.</summary>
public sealed class ManyTicketsTests(EmptyHost host) : EmptyHostTests(host)
{
    private const int AtOnce = 20_000;

    private const string MakeCompounds = """
        with made as (
          insert into registry.places (id, kind, code, path, name, official_name, initials, source)
          select md5('c' || n)::uuid, 'Compound', 'ZFC' || n, '90/' || n || '/', '示例' || n, '示例' || n, 'SL', '测试' from generate_series(1, $1) n returning id, code, path),
        houses as (
          insert into registry.places (id, parent_id, kind, code, path, name, official_name, initials, source)
          select md5(code || '-' || b)::uuid, id, 'Building', code || '-' || b, path || b || '/', b || '栋', b || '栋', 'D', '测试' from made, generate_series(1, 10) b)
        insert into registry.compounds (place_id, type, initials) select id, 'PropertyManaged', 'SL' from made
        """;

    // By chance alone: place, kind and moment of each ticket are thrown by its number.
    private const string MakeTickets = """
        insert into tickets.tickets (id, number, compound_id, place_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as,
            received_at, contact_due_at, resolve_due_at, closed_at)
        select md5('t' || n)::uuid, 'M-' || n, md5('c' || c)::uuid, md5('ZFC' || c || '-' || b)::uuid, '楼下', 'Repair',
               (array['lift', 'drains', 'lighting', 'doors', 'hygiene', 'noise', 'parking', 'charging'])[1 + k], 'Normal',
               (array['电梯停了，按了没有反应', '下水道堵了，水往外冒', '楼梯间的灯不亮了', '单元门关不严', '垃圾桶满了没有清', '晚上楼上装修声音很大', '固定车位被占用', '有人在楼道充电'])[1 + k],
               'Phone', 'Closed', 'default@1', r.id, '业主', at, at, at, at
          from (select n, 1 + abs(hashint8extended(n, 1)) % $2 as c, 1 + abs(hashint8extended(n, 2)) % 10 as b, abs(hashint8extended(n, 3)) % 8 as k, abs(hashint8extended(n, 5)) % 400 as p,
                       $3::timestamptz + (abs(hashint8extended(n, 4)) % (52 * 7 * 86400)) * interval '1 second' as at from generate_series($4, $1) n) t
          join (select id, row_number() over (order by id) - 1 as p from registry.people where name = '多报') r on r.p = t.p
        """;

    [Fact]
    public async Task Planted_hot_spots_are_found_among_many_compounds()
    {
        App.Clock.Set(TestClock.Start);
        var many = int.Parse(Environment.GetEnvironmentVariable("LINLI_FINDING_TICKETS") ?? "4000", CultureInfo.InvariantCulture);
        var compounds = Math.Max(20, many / 1000);
        var week = FindingWeek.LastBefore(ChinaTime.DayOf(App.Clock.Now));
        await App.Execute("insert into registry.people (id, name, initials, made_up, created_at) select gen_random_uuid(), '多报', 'DB', true, now() from generate_series(1, 400)");
        await App.Execute(MakeCompounds, compounds);
        for (var n = 1; n <= many; n += AtOnce)
        {
            await App.Execute(MakeTickets, Math.Min(many, n + AtOnce - 1), compounds, ChinaTime.StartOf(week.AddDays(-51 * 7)).ToUniversalTime(), n);
        }

        // In five compounds, nine people report the lift of building 3.
        await App.Execute(
            """
            insert into tickets.tickets (id, number, compound_id, place_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at, closed_at)
            select gen_random_uuid(), 'P-' || c || '-' || r.p, md5('c' || c)::uuid, md5('ZFC' || c || '-3')::uuid, '楼下', 'Repair', 'lift', 'Normal', '电梯停了', 'Phone', 'Closed', 'default@1', r.id, '业主', $1, $1, $1, $1
              from generate_series(1, 5) c join (select id, row_number() over (order by id) as p from registry.people where name = '多报') r on r.p <= 9
            """, ChinaTime.StartOf(week).AddHours(50).ToUniversalTime());
        await App.Execute("analyze tickets.tickets");
        await App.Execute("delete from tickets.topics; delete from tickets.hot_spots; delete from tickets.finding_weeks; delete from tickets.finding_runs");

        var watch = Stopwatch.StartNew();
        await App.Background.Run<FindEarly>();
        var first = watch.Elapsed;
        watch.Restart();
        await App.Background.Run<FindEarly>();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{many:N0} tickets in {compounds:N0} compounds: the weekly look took {first.TotalSeconds:0.00} s, the hourly one {watch.Elapsed.TotalSeconds:0.00} s"));

        (await App.Count("tickets.hot_spots h join registry.places b on b.id = h.building_id", "h.category = 'lift' and b.code like 'ZFC_-3'")).ShouldBe(5);
        var alarms = await App.Scalar<long>("select count(distinct compound_id) from tickets.hot_spots h join registry.places p on p.id = h.compound_id where p.code like 'ZFC%' and p.code not in ('ZFC1', 'ZFC2', 'ZFC3', 'ZFC4', 'ZFC5')");
        TestContext.Current.TestOutputHelper?.WriteLine($"{alarms} of {compounds - 5} compounds without anything planted were flagged");
        alarms.ShouldBeLessThanOrEqualTo(Math.Max(1, compounds / 100));
        // What changed nothing in its share is no topic.
        (await App.Count("tickets.finding_weeks f join registry.places p on p.id = f.compound_id", "p.code like 'ZFC%' and f.week = $1 and f.compared > 15", week)).ShouldBe(compounds);
    }
}
