using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Tickets;

/// <summary>Somebody to whom a ticket may be given.</summary>
/// <param name="PersonId">What an assignment names.</param>
/// <param name="Name">The person's name.</param>
/// <param name="OrganisationName">Whom the person works for.</param>
/// <param name="OpenTickets">How many tickets lie with the person unfinished.</param>
public sealed record TicketHandler(Guid PersonId, string Name, string OrganisationName, long OpenTickets);

/// <summary>Who may be given a ticket, with how much each has in hand; nobody, when the actor may not give it now.</summary>
internal sealed class TicketHandlers(IPosts posts, NpgsqlDataSource database)
{
    private const string CountOpen = """
        select assigned_to, count(*) from tickets.tickets
         where assigned_to = any(@people) and state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested') group by assigned_to
        """;

    public async Task<IReadOnlyList<TicketHandler>> Execute(TicketView ticket, Actor actor, CancellationToken cancel) =>
        ticket.OpenActs.Contains(TicketAct.Assign) && !Scope.Of(actor, Permission.AssignTickets).IsNothing ? await At(ticket.CompoundId, cancel) : [];

    private async Task<IReadOnlyList<TicketHandler>> At(Guid compoundId, CancellationToken cancel)
    {
        var holders = (await posts.HoldersAt(compoundId, Permission.HandleTickets, cancel)).DistinctBy(h => h.PersonId).ToList();
        await using var command = database.CreateCommand(CountOpen);
        command.Parameters.AddWithValue("people", holders.Select(h => h.PersonId).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var load = new Dictionary<Guid, long>();
        while (await row.ReadAsync(cancel))
        {
            load.Add(row.GetGuid(0), row.GetInt64(1));
        }

        return [.. holders.Select(h => new TicketHandler(h.PersonId, h.Name, h.OrganisationName, load.GetValueOrDefault(h.PersonId)))];
    }
}
