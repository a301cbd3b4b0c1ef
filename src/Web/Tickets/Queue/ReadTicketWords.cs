using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Tickets.Queue;

/// <summary>Reads the words of tickets that are new or were changed into the index by which they are found. Until then a search looks at them one by one.</summary>
internal sealed class ReadTicketWords(NpgsqlDataSource database) : IScheduledJob
{
    // So few at a time that nobody who reports in a crowd waits for it.
    private const int AtOnce = 2000;

    private const string Read = """
        with marks as (
          delete from tickets.words_to_read where mark in (select mark from tickets.words_to_read order by mark limit $1 for update skip locked) returning ticket_id),
        words as (
          insert into tickets.ticket_grams (ticket_id, grams)
          select t.id, tickets.grams(t.number || ' ' || t.place_text || ' ' || t.description) || ('#' || t.compound_id) from tickets.tickets t where t.id in (select ticket_id from marks)
          on conflict (ticket_id) do update set grams = excluded.grams)
        select count(*) from marks
        """;

    public static string Name => "read-ticket-words";

    public static TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.AddWithValue(AtOnce);
        await command.ExecuteScalarAsync(cancel);
    }
}
