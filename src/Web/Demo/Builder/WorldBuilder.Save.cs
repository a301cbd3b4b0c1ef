using System.Globalization;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Store;
using Npgsql;

namespace Linli.Web.Demo.Builder;

internal sealed partial class WorldBuilder
{
    /// <summary>Writes everything in one transaction of its own.</summary>
    public async Task Save(IServiceProvider services, CancellationToken cancel)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Write(services.GetRequiredService<LinliDb>(), connection, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Writes everything into the transaction that the connection is in.</summary>
    public async Task Write(LinliDb db, NpgsqlConnection connection, CancellationToken cancel)
    {
        await NumberTickets(connection, cancel);
        await new WorldWriter(db.Model).Write(Rows, connection, cancel);
    }

    // Numbers come from the sequence of all tickets, in the order of receipt.
    private async Task NumberTickets(NpgsqlConnection connection, CancellationToken cancel)
    {
        var tickets = Rows.Of<Ticket>().OrderBy(ticket => ticket.ReceivedAt).ThenBy(ticket => ticket.Id).ToArray();
        if (tickets.Length == 0)
        {
            return;
        }

        var initials = Rows.Of<Compound>().ToDictionary(compound => compound.PlaceId, compound => compound.Initials);
        await using var command = new NpgsqlCommand("select nextval('tickets.number_seq') from generate_series(1, $1)", connection);
        command.Parameters.AddWithValue(tickets.Length);
        await using var numbers = await command.ExecuteReaderAsync(cancel);
        foreach (var ticket in tickets)
        {
            await numbers.ReadAsync(cancel);
            ticket.Number = TicketNumber.Of(initials[ticket.CompoundId], ticket.ReceivedAt, Convert.ToInt32(numbers.GetInt64(0), CultureInfo.InvariantCulture)).ToString();
        }
    }
}
