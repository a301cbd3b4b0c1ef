using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Npgsql;

namespace Linli.Web.Tickets.Intake;

/// <summary>Open tickets of the compound that may be the matter which is about to be reported, by the rule in force; the nearest first.</summary>
internal sealed class FindSimilar(NpgsqlDataSource database, IPlaces places, CategoryBook book, TimeProvider clock)
{
    internal sealed record Input(string? Category, Guid? PlaceId, string? Description);

    private sealed record Candidate(SimilarTicket Ticket, TicketKind Kind, Guid? PlaceId, string Description);

    // Likeness is judged in memory, among the newest three hundred of the compound.
    private const string Candidates = $"""
        select t.number, t.category, t.kind, t.place_id, b.name, t.description, t.state, t.received_at, t.reporter_id = $3,
               (select count(*)::int from tickets.follows f where f.ticket_id = t.id), exists (select from tickets.follows f where f.ticket_id = t.id and f.person_id = $3)
          from tickets.tickets t
          left join registry.places b on b.id = t.place_id
         where t.compound_id = $1 and t.received_at >= $2 and t.state not in ('Closed', 'Withdrawn', 'Replied') and {ShownToNeighbours.Sql}
         order by t.received_at desc limit 300
        """;

    /// <summary>For the own compound of who reports.</summary>
    public async Task<IReadOnlyList<SimilarTicket>> ForReporter(Input input, Actor actor, CancellationToken cancel) =>
        actor.Capacity is { IsHousehold: true } capacity && Scope.Of(actor, Permission.ReportTickets).Covers(capacity.Path)
            ? await At(capacity.PlaceId, capacity.Path, input, actor, cancel) : [];

    /// <summary>For a compound where the clerk takes reports.</summary>
    public async Task<IReadOnlyList<SimilarTicket>> ForClerk(Guid compound, Input input, Actor actor, CancellationToken cancel) =>
        await places.PathOf(compound, cancel) is { } path && Scope.Of(actor, Permission.TakeReports).Covers(path) ? await At(compound, path, input, actor, cancel) : [];

    private async Task<IReadOnlyList<SimilarTicket>> At(Guid compound, PlacePath path, Input input, Actor actor, CancellationToken cancel)
    {
        var tree = book.At(path);
        if (tree.Find(input.Category) is not { } category)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var rule = SimilarRule.On(ChinaTime.DayOf(now));
        // Whoever reports a dispute is not shown those of others, and not led to a ticket that others see.
        if (!ShownToNeighbours.Is(rule, category.Kind, category.Code, tree))
        {
            return [];
        }

        var (top, pairs) = (tree.TopOf(category.Code), TextLikeness.PairsOf(input.Description ?? string.Empty));
        return [.. (await Read(compound, now.AddDays(-rule.WithinDays), actor, cancel))
            .Where(c => ShownToNeighbours.Is(rule, c.Kind, c.Ticket.Category, tree))
            .Select(c => (c.Ticket, SamePlace: c.PlaceId == input.PlaceId, SameTop: tree.TopOf(c.Ticket.Category) == top, Alike: TextLikeness.PerMille(pairs, TextLikeness.PairsOf(c.Description))))
            .Where(c => rule.IsSimilar(c.SamePlace, c.SameTop, c.Alike))
            .OrderByDescending(c => c.SamePlace).ThenByDescending(c => c.SameTop).ThenByDescending(c => c.Alike).ThenByDescending(c => c.Ticket.ReceivedAt)
            .Take(rule.Most).Select(c => c.Ticket)];
    }

    private async Task<IReadOnlyList<Candidate>> Read(Guid compound, DateTimeOffset since, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Candidates);
        command.Parameters.AddWithValue(compound);
        command.Parameters.AddWithValue(since.ToUniversalTime());
        command.Parameters.AddWithValue(actor.PersonId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<Candidate>();
        while (await row.ReadAsync(cancel))
        {
            var ticket = new SimilarTicket
            {
                Number = row.GetString(0), Category = row.GetString(1), CategoryTitle = book.TitleOf(row.GetString(1)), Building = row.IsDBNull(4) ? null : row.GetString(4),
                State = Enum.Parse<TicketState>(row.GetString(6)), ReceivedAt = row.GetFieldValue<DateTimeOffset>(7), IsOwn = row.GetBoolean(8),
                Neighbours = row.GetInt32(9) + 1, IsFollowed = row.GetBoolean(10),
            };
            found.Add(new(ticket, Enum.Parse<TicketKind>(row.GetString(2)), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetString(5)));
        }

        return found;
    }
}
