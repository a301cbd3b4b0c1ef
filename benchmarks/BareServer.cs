using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Linli.Bench;

/// <summary>
/// The bare limit on the same server and database: the list's rows through raw Npgsql into a string builder, a report as one
/// insert and commit. No sign-in, no scope, no layout, no timeline, no audit.
/// </summary>
internal static class BareServer
{
    private const string List = """
        select t.number, t.place_text, t.category, left(t.description, 60), t.state, t.urgency, p.name, h.name,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.replied_at
          from tickets.tickets t
          join registry.places p on p.id = t.compound_id
          left join registry.people h on h.id = t.assigned_to
         where p.path like $1 and t.state not in ('Closed', 'Withdrawn')
         order by t.state = 'Replied', t.resolve_due_at, t.received_at
         limit 51
        """;

    private const string Insert = """
        insert into bench.reports (id, compound_id, place_text, category, description, contact_by, received_at) values ($1, $2, $3, $4, $5, $6, now())
        """;

    private sealed record Report(Guid RequestId, string Category, string PlaceText, string Description, string ContactBy);

    public static async Task<int> Run()
    {
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("LINLI_DATABASE")!);
        var (compound, path) = await Prepare(database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/work", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(await Page(database, path, http.RequestAborted), http.RequestAborted);
        });
        MillionBare.Map(app, database);
        app.MapPost("/api/v1/tickets/", async (HttpContext http) =>
        {
            var report = (await JsonSerializer.DeserializeAsync<Report>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted))!;
            await using var command = database.CreateCommand(Insert);
            command.Parameters.AddWithValue(report.RequestId);
            command.Parameters.AddWithValue(compound);
            command.Parameters.AddWithValue(report.PlaceText);
            command.Parameters.AddWithValue(report.Category);
            command.Parameters.AddWithValue(report.Description);
            command.Parameters.AddWithValue(report.ContactBy);
            await command.ExecuteNonQueryAsync(http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status201Created;
            await http.Response.WriteAsJsonAsync(new { id = report.RequestId }, http.RequestAborted);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"ready {app.Urls.Single()} - - -");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<string> Page(NpgsqlDataSource database, string path, CancellationToken cancel)
    {
        var html = new StringBuilder(32_768);
        var encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        html.Append("<!doctype html><title>work</title><table>");
        await using var command = database.CreateCommand(List);
        command.Parameters.AddWithValue(path + "%");
        await Write(command, html, encoder, 50, cancel);
        return html.Append("</table>").ToString();
    }

    /// <summary>The rows of a list as cells: eight texts and four moments.</summary>
    internal static async Task Write(NpgsqlCommand command, StringBuilder html, HtmlEncoder encoder, int most, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        for (var shown = 0; await row.ReadAsync(cancel) && shown < most; shown++)
        {
            html.Append("<tr>");
            for (var column = 0; column < 8; column++)
            {
                html.Append("<td>").Append(row.IsDBNull(column) ? string.Empty : encoder.Encode(row.GetString(column)));
            }

            for (var column = 8; column < 12; column++)
            {
                html.Append("<td>").Append(row.IsDBNull(column) ? string.Empty : row.GetFieldValue<DateTime>(column).ToString("O", null));
            }
        }

    }

    private static async Task<(Guid Compound, string Path)> Prepare(NpgsqlDataSource database)
    {
        await using var make = database.CreateCommand("""
            create schema if not exists bench;
            create table if not exists bench.reports (id uuid primary key, compound_id uuid not null, place_text text not null, category text not null,
              description text not null, contact_by text not null, received_at timestamptz not null);
            create index if not exists reports_by_compound on bench.reports (compound_id, received_at desc);
            """);
        await make.ExecuteNonQueryAsync();
        // The compound of the demo's dispatcher, whose list is measured.
        await using var find = database.CreateCommand(
            "select c.place_id, c.place_path from platform.demo_persons d join registry.capacities c on c.person_id = d.person_id where d.position = 4 and c.kind = 'Post' limit 1");
        await using var row = await find.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetGuid(0), row.GetString(1));
    }
}
