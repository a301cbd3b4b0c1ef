using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>A filter that is offered to the actor.</summary>
/// <param name="Id">Of the filter.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Tab">The part of the queue.</param>
/// <param name="Category">Code of a category.</param>
/// <param name="PlaceId">A compound or a building.</param>
/// <param name="Words">Number or words.</param>
/// <param name="IsOwn">Whether it is the actor's own.</param>
/// <param name="IsShared">Whether the own organisation is offered it.</param>
/// <param name="IsDefault">Whether the actor's queue opens with it.</param>
public sealed record OfferedFilter(Guid Id, string Name, QueueTab Tab, string? Category, Guid? PlaceId, string? Words, bool IsOwn, bool IsShared, bool IsDefault);

/// <summary>The filters that an actor kept, and those that the own organisation shares; own ones first.</summary>
internal sealed class MyFilters(NpgsqlDataSource database)
{
    /// <summary>Asks for those of @person and @unit.</summary>
    public const string Find = """
        select id, name, tab, category, place_id, words, person_id = @person, organisation_id is not null, is_default and person_id = @person
          from tickets.saved_filters where person_id = @person or organisation_id = @unit
         order by person_id <> @person, name collate natural_order, id limit 200
        """;

    /// <summary>Whether the actor sees a queue at all; who sees none keeps no filters of it.</summary>
    public static bool HasQueue(Actor actor) => !Scope.Of(actor, Permission.ViewTickets).IsNothing || !Scope.Of(actor, Permission.HandleTickets).IsNothing;

    public async Task<IReadOnlyList<OfferedFilter>> Of(Actor actor, CancellationToken cancel)
    {
        if (!HasQueue(actor))
        {
            return [];
        }

        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue("person", actor.PersonId);
        command.Parameters.Add(new NpgsqlParameter("unit", NpgsqlDbType.Uuid) { Value = (object?)actor.Capacity?.OrganisationId ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await Read(row, cancel);
    }

    public static async Task<IReadOnlyList<OfferedFilter>> Read(NpgsqlDataReader row, CancellationToken cancel)
    {
        var found = new List<OfferedFilter>();
        while (await row.ReadAsync(cancel))
        {
            found.Add(new OfferedFilter(
                row.GetGuid(0), row.GetString(1), Enum.Parse<QueueTab>(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetGuid(4),
                row.IsDBNull(5) ? null : row.GetString(5), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8)));
        }

        return found;
    }
}
