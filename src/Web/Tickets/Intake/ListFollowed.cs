using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Categories;
using Npgsql;

namespace Linli.Web.Tickets.Intake;

/// <summary>A ticket that somebody follows, in a list.</summary>
public sealed record FollowedRow(string Number, string CategoryTitle, string? Building, TicketState State, DateTimeOffset ReceivedAt);

/// <summary>The tickets of the own compound that the actor follows, newest first.</summary>
internal sealed class ListFollowed(NpgsqlDataSource database, CategoryBook book, TimeProvider clock)
{
    private const int Most = 50;

    private const string Mine = $"""
        select t.number, t.category, b.name, t.state, t.received_at, t.kind
          from tickets.follows f
          join tickets.tickets t on t.id = f.ticket_id
          left join registry.places b on b.id = t.place_id
         where f.person_id = $1 and t.compound_id = $2 and {ShownToNeighbours.Sql}
         order by f.since desc limit $3
        """;

    public async Task<IReadOnlyList<FollowedRow>> Execute(Actor actor, CancellationToken cancel)
    {
        if (actor.Capacity is not { IsHousehold: true } capacity || !Scope.Of(actor, Permission.ViewOwnTickets).Covers(capacity.Path))
        {
            return [];
        }

        var (tree, rule) = (book.At(capacity.Path), Linli.Domain.Tickets.Intake.SimilarRule.On(Linli.Domain.Kernel.ChinaTime.DayOf(clock.GetUtcNow())));
        await using var command = database.CreateCommand(Mine);
        command.Parameters.AddWithValue(actor.PersonId);
        command.Parameters.AddWithValue(capacity.PlaceId);
        command.Parameters.AddWithValue(Most);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<FollowedRow>();
        while (await row.ReadAsync(cancel))
        {
            if (ShownToNeighbours.Is(rule, Enum.Parse<TicketKind>(row.GetString(5)), row.GetString(1), tree))
            {
                rows.Add(new(row.GetString(0), book.TitleOf(row.GetString(1)), row.IsDBNull(2) ? null : row.GetString(2), Enum.Parse<TicketState>(row.GetString(3)), row.GetFieldValue<DateTimeOffset>(4)));
            }
        }

        return rows;
    }
}
