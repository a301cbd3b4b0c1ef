using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Npgsql;

namespace Linli.Web.Tickets.TextHelp;

/// <summary>A deadline that a new holiday calendar moved, or left as promised.</summary>
public sealed record MovedDeadline(DateTimeOffset From, DateTimeOffset To, bool IsKept, DateTimeOffset At);

/// <summary>What stands beside one ticket: its category's name here, what may be chosen, what its words suggest, and how sure its deadline is.</summary>
/// <param name="Title">Name of its category.</param>
/// <param name="Responsible">Who has to see to it.</param>
/// <param name="IsMediated">Whether it leads to mediation.</param>
/// <param name="Choices">Categories to choose, its own among them; second level after its first.</param>
/// <param name="Help">What the text suggests; empty for whoever does not accept.</param>
/// <param name="MissingYears">Years whose holidays are not entered though they could matter.</param>
/// <param name="Moved">Changes of the deadline by the calendar, oldest first.</param>
public sealed record TicketAdvice(
    string Title, Linli.Domain.Tickets.Categories.ResponsibleParty? Responsible, bool IsMediated, IReadOnlyList<(string Code, string Title, bool IsBelow)> Choices,
    TextHelpView Help, IReadOnlyList<int> MissingYears, IReadOnlyList<MovedDeadline> Moved);

/// <summary>Reads what stands beside a ticket that the actor has found already.</summary>
internal sealed class AdviseOnTicket(NpgsqlDataSource database, IPlaces places, CategoryBook book, TicketDeadlines deadlines, SuggestFromText help)
{
    public async Task<TicketAdvice> Execute(TicketView ticket, Actor actor, CancellationToken cancel)
    {
        var path = await places.PathOf(ticket.CompoundId, cancel) ?? PlacePath.Root;
        var tree = book.At(path);
        var own = tree.Find(ticket.Category);
        var accepts = ticket.OpenActs.Contains(TicketAct.Accept) && Scope.Of(actor, Permission.AcceptTickets).Covers(path);
        return new(
            own is null ? book.TitleOf(ticket.Category) : book.Title(own),
            own?.Responsible,
            own?.IsMediated == true,
            accepts ? [.. tree.All.Where(c => c.Code == ticket.Category || !tree.Choose(c.Code).IsRefused).Select(c => (c.Code, book.Title(c), c.Parent is not null))] : [],
            accepts ? help.At(ticket.Description, path) : TextHelpView.None,
            deadlines.MissingYears(ticket.Urgency, ticket.ReceivedAt, ticket.ResolveDueAt),
            await Moved(ticket.Id, cancel));
    }

    private async Task<List<MovedDeadline>> Moved(Guid ticketId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select resolve_from, resolve_to, is_kept, at from tickets.deadline_changes where ticket_id = $1 and resolve_from is not null order by at");
        command.Parameters.AddWithValue(ticketId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var moved = new List<MovedDeadline>();
        while (await row.ReadAsync(cancel))
        {
            moved.Add(new(row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset>(3)));
        }

        return moved;
    }
}
