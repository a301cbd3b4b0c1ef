using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Linli.EndToEnd.Host;
using Linli.Web.Demo.World;
using Npgsql;
using Xunit;

namespace Linli.EndToEnd.Durability;

/// <summary>
/// kill -9 of the web node in the middle of ticket reports: every acknowledged report is there once, every unacknowledged
/// one is absent or there once, and sending it again makes it there once.
/// </summary>
public class KillTests
{
    private const int Senders = 8;
    private const int Rounds = 3;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_after_the_node_was_killed()
    {
        await using var database = await TestDatabase.Make();
        var acknowledged = new ConcurrentDictionary<Guid, string>();
        var sent = new ConcurrentBag<Guid>();
        string? token = null;
        for (var round = 0; round < Rounds; round++)
        {
            await using var product = await Product.Start(database.Connection, database.Folder, demo: true);
            token ??= await Token(database);
            using var stop = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders).Select(_ => Send(product.Address, token, sent, acknowledged, stop.Token)).ToArray();
            var before = acknowledged.Count;
            while (acknowledged.Count < before + 150)
            {
                Assert.True(senders.All(s => !s.IsFaulted), senders.FirstOrDefault(s => s.IsFaulted)?.Exception?.ToString());
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await product.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(senders);
        }

        var stored = await Stored(database);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(acknowledged.Keys.Except(stored));
        Assert.Empty(stored.Except(sent));
        await EachTicketIsWhole(database);

        // Whoever got no answer sends the same again.
        var unanswered = sent.Except(acknowledged.Keys).ToList();
        Assert.NotEmpty(unanswered);
        await using (var product = await Product.Start(database.Connection, database.Folder, demo: true))
        {
            using var http = Client(product.Address, token!);
            foreach (var id in unanswered)
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/tickets/", Report(id), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            }
        }

        stored = await Stored(database);
        Assert.Equal(sent.Order(), stored.Order());
        await EachTicketIsWhole(database);
    }

    private static async Task Send(Uri address, string token, ConcurrentBag<Guid> sent, ConcurrentDictionary<Guid, string> acknowledged, CancellationToken stop)
    {
        using var http = Client(address, token);
        while (!stop.IsCancellationRequested)
        {
            var id = Guid.NewGuid();
            sent.Add(id);
            try
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/tickets/", Report(id), CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.Created)
                {
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
                }

                acknowledged[id] = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The node is gone.
                return;
            }
        }
    }

    private static HttpClient Client(Uri address, string token)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static object Report(Guid id) => new { requestId = id, category = "lift", placeText = "24栋1单元电梯", description = $"停在3楼 {id:N}", contactBy = "Phone" };

    private static Task<List<Guid>> Stored(TestDatabase database) =>
        database.Query("select id from tickets.tickets where description like '停在3楼 %'", row => row.GetGuid(0));

    /// <summary>Ticket, step, record and request id came in together or not at all.</summary>
    private static async Task EachTicketIsWhole(TestDatabase database) => Assert.Empty(await database.Query(
        """
        select t.number from tickets.tickets t
         where t.description like '停在3楼 %'
           and ((select count(*) from tickets.timeline l where l.ticket_id = t.id) <> 1
             or (select count(*) from platform.audit_entries a where a.subject_id = t.id) <> 1
             or (select count(*) from platform.handled_requests h where h.id = t.id) <> 1)
        """, row => row.GetString(0)));

    /// <summary>A token of the demo's owner, put where the product would have put it.</summary>
    private static async Task<string> Token(TestDatabase database)
    {
        var token = "lnl_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            insert into platform.access_tokens (id, person_id, name, token_hash, capacity_kind, capacity_id, created_at, expires_at)
            select gen_random_uuid(), d.person_id, 'test', $1, c.kind, c.id, now(), now() + interval '1 day'
              from platform.demo_persons d join registry.capacities c on c.person_id = d.person_id and c.kind = 'Owner'
             where d.position = {(int)DemoRole.Owner} limit 1
            """, connection);
        command.Parameters.AddWithValue(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        return token;
    }
}
