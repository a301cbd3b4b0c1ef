using Linli.Domain.Tickets.FollowUp;
using Npgsql;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>Who holds posts over compounds on a day, read once for each compound of a run.</summary>
internal sealed class CoveringPosts(NpgsqlConnection connection, DateOnly today)
{
    private static readonly string[] Kinds = [.. FollowUpLadder.BuiltIn.SelectMany(ladder => ladder.Steps).SelectMany(step => step.Answerable).Distinct()];

    private const string Find = """
        with recursive above (compound_id, id, parent_id, path) as (
          select p.id, p.id, p.parent_id, p.path from registry.places p where p.id = any($1)
          union all
          select a.compound_id, p.id, p.parent_id, p.path from above a join registry.places p on p.id = a.parent_id)
        select a.compound_id, po.person_id, po.organisation_id, po.kind, length(a.path)
          from above a join registry.posts po on po.place_id = a.id
         where po.kind = any($2) and registry.holds(po.starts_on, po.last_day, $3)
        """;

    private readonly Dictionary<Guid, List<CoveringPost>> known = [];

    public async Task<IReadOnlyDictionary<Guid, List<CoveringPost>>> Of(IEnumerable<Guid> compounds, CancellationToken cancel)
    {
        var unknown = compounds.Where(compound => known.TryAdd(compound, [])).ToArray();
        if (unknown.Length > 0)
        {
            await using var command = new NpgsqlCommand(Find, connection);
            command.Parameters.AddWithValue(unknown);
            command.Parameters.AddWithValue(Kinds);
            command.Parameters.AddWithValue(today);
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                known[row.GetGuid(0)].Add(new CoveringPost(row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetInt32(4)));
            }
        }

        return known;
    }
}
