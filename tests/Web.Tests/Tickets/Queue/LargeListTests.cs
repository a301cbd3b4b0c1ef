using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets;
using Linli.Web.Tickets.Queue;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>What makes a list of a million bearable gives the same lists as before: pages that go on from the last line, bounded counts, finding by two characters.</summary>
public sealed class LargeListTests(EmptyHost host) : QueueStage(host, "81")
{
    private const string Copies = """
        insert into tickets.tickets (id, number, compound_id, place_text, kind, category, urgency, description, contact_by, state, service_level, reporter_id, reported_as,
                                     received_at, contact_due_at, resolve_due_at, closed_at)
        select gen_random_uuid(), $2 || '-2611-' || n, $1, '1栋', 'Repair', 'lift', 'Normal', case when n % 100 = 0 then '电梯困人' || n else '水管漏水' || n end, 'Phone',
               (array['Received', 'Accepted', 'Replied', 'Closed', 'Withdrawn', 'Handling'])[n % 6 + 1], 'test', $3, '测试', $4 - n % 50 * interval '1 hour', $4 + interval '1 day',
               case when n % 7 = 0 then null else $4 + (n % 40 - 20) * interval '1 hour' end, case when n % 6 = 3 then $4 end
          from generate_series(1, $5) n
        """;

    private Task Fill(int count, string initials) => App.Execute(Copies, World.Compound, initials, World.Owner, App.Clock.Now, count);

    private Task<IReadOnlyList<QueuedTicket>> Read(TicketQueue.Filter filter, Actor actor) => App.With<TicketQueue, IReadOnlyList<QueuedTicket>>(q => q.Read(filter, actor, CancellationToken.None));

    [Fact]
    public async Task Pages_that_go_on_from_the_last_line_are_the_pages_by_number()
    {
        await Fill(300, "KA");
        var actor = await Actor(World.Dispatcher);
        foreach (var tab in new[] { QueueTab.Open, QueueTab.Overdue, QueueTab.Closed, QueueTab.All })
        {
            QueueCursor? last = null;
            var seen = new List<string>();
            for (var page = 1; ; page++)
            {
                var numbered = (await Read(new() { Tab = tab, Page = page, Size = 40 }, actor)).Take(40).Select(t => t.Number).ToArray();
                var rows = (await Read(new() { Tab = tab, After = last, Size = 40 }, actor)).Take(40).ToArray();
                rows.Select(t => t.Number).ShouldBe(numbered, $"{tab} {page}");
                seen.AddRange(numbered);
                if (rows.Length < 40)
                {
                    break;
                }

                last = QueueCursor.Read(QueueCursor.Of(rows[^1]).ToString());
                last.ShouldBe(QueueCursor.Of(rows[^1]));
            }

            seen.ShouldBeUnique();
            seen.Count.ShouldBeGreaterThan(40, tab.ToString());
        }

        foreach (var bad in new[] { "", "x", "1~~~", "1~a~1~x", $"0~~{long.MaxValue}~{Guid.NewGuid():N}", "1~1~1~1~1" })
        {
            QueueCursor.Read(bad).ShouldBeNull(bad);
        }
    }

    [Fact]
    public async Task Tabs_are_counted_exactly_up_to_the_most_that_is_told()
    {
        await Fill(400, "KB");
        var actor = await Actor(World.Dispatcher);
        async Task<IReadOnlyDictionary<QueueTab, long>> Counts() => (await App.With<QueueCounts, (IReadOnlyDictionary<QueueTab, long> Counts, object)>(async c => ((await c.Of(actor, CancellationToken.None)).Counts, null!))).Counts;
        async Task<long> Listed(QueueTab tab) => (await Read(new() { Tab = tab, Size = 5000 }, actor)).Count;
        var few = await Counts();
        foreach (var (tab, count) in few)
        {
            count.ShouldBe(await Listed(tab), tab.ToString());
        }

        await Fill(1500, "KC");
        var many = await Counts();
        foreach (var (tab, count) in many)
        {
            count.ShouldBe(Math.Min(await Listed(tab), 1001), tab.ToString());
        }

        many[QueueTab.Open].ShouldBe(1001);
        many[QueueTab.Rating].ShouldBeInRange(1, 1000);
        using var dispatcher = await App.SignInAs(World.Dispatcher);
        (await dispatcher.Get("/work?tab=Open")).Text.ShouldContain("超过 1,000");
        // From the twentieth page on, the next one goes on from the last line.
        (await dispatcher.Get("/work?tab=All&at=20")).One("nav.paging a[rel=next]").GetAttribute("href")!.ShouldContain("after=");
    }

    [Fact]
    public async Task Two_characters_find_a_ticket_before_and_after_its_words_are_read()
    {
        await Fill(200, "KD");
        var actor = await Actor(World.Dispatcher);
        async Task<string[]> Find(string words) => [.. (await Read(new() { Tab = QueueTab.All, Text = words, Size = 500 }, actor)).Select(t => t.Number)];
        var before = await Find("困人");
        before.ShouldBe(["KD-2611-100", "KD-2611-200"], ignoreOrder: true);
        while (await App.Count("tickets.words_to_read") > 0)
        {
            await App.Background.Run<ReadTicketWords>();
        }

        (await Find("困人")).ShouldBe(before);
        (await Find("困 人")).ShouldBeEmpty();
        (await Find("人")).ShouldBe(before, "one character is looked for too");
        (await Find("KD-2611-100")).ShouldBe(["KD-2611-100"]);
        (await Find("%_")).ShouldBeEmpty();
        await App.Execute("update tickets.tickets set description = '换成了门禁' where number = 'KD-2611-100'");
        (await Find("门禁")).ShouldBe(["KD-2611-100"], "before it is read again");
        await App.Background.Run<ReadTicketWords>();
        (await Find("门禁")).ShouldBe(["KD-2611-100"]);
        (await Find("困人")).ShouldBe(["KD-2611-200"]);
    }
}
