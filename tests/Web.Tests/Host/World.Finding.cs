namespace Linli.Web.Tests.Host;

internal sealed partial class World
{
    /// <summary>A proposed group behind a ticket.</summary>
    public async Task<Guid> Group(Guid compound, Guid lead)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            "insert into tickets.duplicate_groups (id, compound_id, lead_id, state, rules, found_at) values ($1, $2, $3, 'Proposed', 'default@1', $4)", id, compound, lead, app.Clock.Now);
        return id;
    }

    /// <summary>A topic that waits for a word.</summary>
    public async Task<Guid> Topic(Guid compound)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into tickets.topics (id, compound_id, week, origin, label, reporters, said, out_of, past_said, past_out_of, likelihood, rules, found_at, state)
            values ($1, $2, '2026-11-09', 'Words', $3, 3, 3, 10, 0, 60, 12.5, 'default@1', $4, 'Proposed')
            """, id, compound, $"{id:N}", app.Clock.Now);
        return id;
    }

    /// <summary>A hot spot of a compound.</summary>
    public async Task<Guid> HotSpot(Guid compound)
    {
        var id = Guid.NewGuid();
        await app.Execute(
            """
            insert into tickets.hot_spots (id, compound_id, week, category, reporters, past_reporters, past_weeks, chance, corrected, compared, rules, found_at)
            values ($1, $2, '2026-11-09', $3, 7, 6, 26, 0.0000003, 0.00001, 27, 'default@1', $4)
            """, id, compound, $"{id:N}", app.Clock.Now);
        return id;
    }
}
