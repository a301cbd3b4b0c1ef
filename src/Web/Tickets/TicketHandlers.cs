using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Npgsql;

namespace Linli.Web.Tickets;

/// <summary>Somebody to whom a ticket may be given.</summary>
/// <param name="PersonId">What an assignment names.</param>
/// <param name="Name">The person's name.</param>
/// <param name="OrganisationName">Whom the person works for.</param>
/// <param name="OpenTickets">How many tickets lie with the person unfinished.</param>
/// <param name="IsProposed">Whether the person is proposed: of the lead unit, of the post that does such work, with the least in hand. The dispatcher decides.</param>
public sealed record TicketHandler(Guid PersonId, string Name, string OrganisationName, long OpenTickets, bool IsProposed);

/// <summary>Who may be given a ticket, with how much each has in hand, the proposed one first; nobody, when the actor may not give it now.</summary>
internal sealed class TicketHandlers(IPosts posts, NpgsqlDataSource database)
{
    private const string CountOpen = """
        select assigned_to, count(*) from tickets.tickets
         where assigned_to = any(@people) and state in ('Assigned', 'Handling', 'Reopened', 'Paused', 'ReturnRequested') group by assigned_to
        """;

    public async Task<IReadOnlyList<TicketHandler>> Execute(TicketView ticket, Actor actor, CancellationToken cancel) =>
        ticket.OpenActs.Contains(TicketAct.Assign) && !Scope.Of(actor, Permission.AssignTickets).IsNothing ? await At(ticket, cancel) : [];

    private async Task<IReadOnlyList<TicketHandler>> At(TicketView ticket, CancellationToken cancel)
    {
        var holders = (await posts.HoldersAt(ticket.CompoundId, Permission.HandleTickets, cancel)).DistinctBy(h => h.PersonId).ToList();
        await using var command = database.CreateCommand(CountOpen);
        command.Parameters.AddWithValue("people", holders.Select(h => h.PersonId).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var load = new Dictionary<Guid, long>();
        while (await row.ReadAsync(cancel))
        {
            load.Add(row.GetGuid(0), row.GetInt64(1));
        }

        var ranked = Dispatch.Ranked(
            [.. holders.Select(h => new Candidate(h.PersonId, h.PostKind, h.OrganisationId, load.GetValueOrDefault(h.PersonId)))],
            TicketCategory.Find(ticket.Category)?.Kind, ticket.LeadOrganisationId);
        var byId = holders.ToDictionary(h => h.PersonId);
        return [.. ranked.Select((c, i) => new TicketHandler(c.PersonId, byId[c.PersonId].Name, byId[c.PersonId].OrganisationName, c.OpenTickets, i == 0 && c.PersonId != ticket.AssignedTo))];
    }
}
