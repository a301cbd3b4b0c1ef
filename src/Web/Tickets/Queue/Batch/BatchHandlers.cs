using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>To whom the chosen tickets may be given: whoever handles in any of their compounds; each ticket is asked for itself again.</summary>
internal sealed class BatchHandlers(IPosts posts, NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<PostHolder>> Of(IReadOnlyList<QueuedTicket> tickets, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.AssignTickets).SqlPattern is not { } scope || tickets.Count == 0)
        {
            return [];
        }

        await using var command = database.CreateCommand(
            "select distinct t.compound_id from tickets.tickets t join registry.places p on p.id = t.compound_id where t.id = any($1) and p.path like $2");
        command.Parameters.AddWithValue(tickets.Select(ticket => ticket.Id).ToArray());
        command.Parameters.AddWithValue(scope);
        var compounds = new List<Guid>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
        {
            while (await row.ReadAsync(cancel))
            {
                compounds.Add(row.GetGuid(0));
            }
        }

        var holders = new List<PostHolder>();
        foreach (var compound in compounds)
        {
            holders.AddRange(await posts.HoldersAt(compound, Permission.HandleTickets, cancel));
        }

        return [.. holders.DistinctBy(holder => holder.PersonId)];
    }
}
