using System.Text;
using System.Text.Encodings.Web;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Queue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Linli.Bench;

/// <summary>The bare limit of list, search and queue at a million tickets: each statement alone, into a string builder.</summary>
internal static class MillionBare
{
    private const string Columns = """
        select t.number, t.place_text, t.category, left(t.description, 60), t.state, t.urgency, p.name, h.name,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.replied_at
          from tickets.tickets t
          join registry.places p on p.id = t.compound_id
          left join registry.people h on h.id = t.assigned_to
         where t.compound_id in (select id from registry.places where path like $1 and kind = 'Compound')
        """;

    private const string Words = """
         and t.id in (select ticket_id from tickets.ticket_grams where grams @> (tickets.grams($2) || ('#' || (select id from registry.places where path like $1 and kind = 'Compound' limit 1)))) and (t.number ilike $3 or t.place_text ilike $3 or t.description ilike $3)
        """;

    private const string Newest = " order by t.received_at desc, t.id desc limit 51";

    public static void Map(WebApplication app, NpgsqlDataSource database)
    {
        var dispatcher = new Lazy<Task<Actor>>(() => Find(database, 4));
        var officer = new Lazy<Task<Actor>>(() => Find(database, 10));
        const string Lift = "\u7535\u68AF";
        app.MapGet("/list", async (HttpContext http) => await Answer(http, database.CreateCommand(Columns + Newest), (await dispatcher.Value).Capacity!.Path.Value + "%"));
        app.MapGet("/wide", async (HttpContext http) => await Answer(http, database.CreateCommand(Columns + Newest), (await officer.Value).Capacity!.Path.Value + "%"));
        app.MapGet("/search", async (HttpContext http) => await Answer(http, database.CreateCommand(Columns + Words + Newest), (await dispatcher.Value).Capacity!.Path.Value + "%", Lift, $"%{Lift}%"));
        app.MapGet("/needs", async (HttpContext http) =>
        {
            var command = database.CreateCommand();
            WhatNeedsMe.Ask(command, null, await dispatcher.Value, TimeProvider.System.GetUtcNow(), 100);
            await Answer(http, command);
        });
    }

    private static async Task Answer(HttpContext http, NpgsqlCommand command, params string[] values)
    {
        await using (command)
        {
            foreach (var value in values)
            {
                command.Parameters.AddWithValue(value);
            }

            var html = new StringBuilder(32_768).Append("<!doctype html><title>work</title><table>");
            await BareServer.Write(command, html, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All), values.Length == 0 ? 100 : 50, http.RequestAborted);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(html.Append("</table>").ToString(), http.RequestAborted);
        }
    }

    // Who asks is part of the product's statement alone; nothing else is asked about that person.
    private static async Task<Actor> Find(NpgsqlDataSource database, int position)
    {
        await using var find = database.CreateCommand("""
            select po.person_id, po.id, po.kind, po.organisation_id, p.id, p.path from platform.demo_persons d
              join registry.posts po on po.person_id = d.person_id join registry.places p on p.id = po.place_id where d.position = $1 limit 1
            """);
        find.Parameters.AddWithValue(position);
        await using var row = await find.ExecuteReaderAsync();
        await row.ReadAsync();
        return new Actor
        {
            PersonId = row.GetGuid(0), Name = "bench",
            Capacity = new Capacity
            {
                Kind = CapacityKind.Post, Id = row.GetGuid(1), PostKind = row.GetString(2), OrganisationId = row.GetGuid(3), PlaceId = row.GetGuid(4), PlaceName = "bench",
                Path = new PlacePath(row.GetString(5)), Permissions = PostKinds.Find(row.GetString(2))!.Permissions,
            },
        };
    }
}
