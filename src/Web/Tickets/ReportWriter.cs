using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets;

/// <summary>
/// Writes a new ticket with its timeline, the message to the dispatchers, audit entry and request id in one statement. When a lift
/// stands still many report at once: they share commits, and go past the change tracker.
/// </summary>
internal sealed class ReportWriter
{
    private const int AtMost = 64;
    private const int Lanes = 1;

    private const string TakeUpPhotos = """
        with taken as (
          update platform.attachments a set subject_kind = 'Ticket', subject_id = $1
            from unnest($2) with ordinality as wanted (id, position)
           where a.id = wanted.id and a.uploaded_by = $3 and a.subject_id is null
          returning a.id, wanted.position)
        insert into tickets.timeline_photos (timeline_id, attachment_id, position) select $4, id, position from taken
        """;

    private readonly NpgsqlDataSource database;
    private readonly SharedRoundTrip<ReportRow, string?> together;

    public ReportWriter(NpgsqlDataSource database)
    {
        this.database = database;
        together = new(Insert, AtMost, Lanes);
    }

    public async Task<Outcome<ReportedTicket>> Write(
        Ticket ticket, IReadOnlyList<Guid> photos, ProcessContext context, CancellationToken cancel, TicketIntake? intake = null, TakenFor? takenFor = null)
    {
        var row = ReportRow.Of(ticket, context, intake, takenFor);
        try
        {
            // A group has no cancellation: it is other people's too.
            var written = photos.Count > 0 ? await InsertWithPhotos(row, [.. photos.Distinct()], cancel) : await together.Ask(row);
            if (written.Succeeded(out var number) && number is not null)
            {
                return new ReportedTicket(ticket.Id, number);
            }

            return written.IsRefused ? Outcome<ReportedTicket>.Refused(written.Refusals)
                : await Earlier(ticket, context, cancel) ?? (ticket.PlaceId is null ? new ChangedMeanwhile() : new PlaceIsNotInTheCompound());
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await Earlier(ticket, context, cancel) ?? new ChangedMeanwhile();
        }
    }

    // The same form again: answered with what the first one made, and only to whom it belongs.
    private async Task<Outcome<ReportedTicket>?> Earlier(Ticket ticket, ProcessContext context, CancellationToken cancel)
    {
        await using var earlier = database.CreateCommand("select number from tickets.tickets t where id = $1 and (reporter_id = $2 or exists (select from tickets.intakes i where i.ticket_id = t.id and i.taken_by = $2))");
        earlier.Parameters.AddWithValue(ticket.Id);
        earlier.Parameters.AddWithValue(context.Actor.PersonId);
        return await earlier.ExecuteScalarAsync(cancel) is string number ? Outcome<ReportedTicket>.Of(new(ticket.Id, number)) : null;
    }

    // The numbers in the order of the rows; null where no ticket came about.
    private async Task<IReadOnlyList<string?>> Insert(IReadOnlyList<ReportRow> rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await Insert(rows, connection, CancellationToken.None);
    }

    internal static async Task<IReadOnlyList<string?>> Insert(IReadOnlyList<ReportRow> rows, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ReportRow.Insert, connection);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Json, TypedValue = ReportRow.Json(rows) });
        var numbers = new Dictionary<Guid, string>(rows.Count);
        await using var made = await command.ExecuteReaderAsync(cancel);
        while (await made.ReadAsync(cancel))
        {
            numbers.Add(made.GetGuid(0), made.GetString(1));
        }

        return [.. rows.Select(row => numbers.GetValueOrDefault(row.Ticket.Id))];
    }

    private async Task<Outcome<string?>> InsertWithPhotos(ReportRow row, Guid[] photos, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var number = (await Insert([row], connection, cancel))[0];
        if (number is null)
        {
            return Outcome<string?>.Of(null);
        }

        await using var take = new NpgsqlCommand(TakeUpPhotos, connection);
        take.Parameters.AddWithValue(row.Ticket.Id);
        take.Parameters.AddWithValue(photos);
        take.Parameters.AddWithValue(row.For?.Clerk ?? row.Ticket.ReporterId);
        take.Parameters.AddWithValue(row.Timeline);
        if (await take.ExecuteNonQueryAsync(cancel) != photos.Length)
        {
            // Without a commit, leaving here takes everything back.
            return new PhotoIsGone();
        }

        await transaction.CommitAsync(cancel);
        return number;
    }
}
