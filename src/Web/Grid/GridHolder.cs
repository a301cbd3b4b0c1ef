using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace Linli.Web.Grid;

/// <summary>What captains, care and 双报到 hold about a person.</summary>
internal sealed class GridHolder(LinliDb db, NpgsqlDataSource database, IErasedPeople erased, IStringLocalizer<GridTexts> texts) : IPersonalDataHolder
{
    // A note is about who lived in the household when it was written.
    private const string LivedThereThen = """
        exists (select from registry.residencies r where r.unit_id = n.unit_id and r.person_id = @person
                   and registry.holds(r.since, r.until, (n.written_at at time zone 'Asia/Shanghai')::date))
        """;

    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel) =>
    [
        await Read(personId, "Held.Care", "grid.care_marks", "select m.need, concat_ws(' · ', u.label, m.note, m.set_as), m.set_at from grid.care_marks m join registry.units u on u.id = m.unit_id where m.person_id = @person order by m.set_at desc", cancel, "Need."),
        await Read(personId, "Held.Notes", "grid.household_notes", $"select n.purpose, concat_ws(' · ', u.label, n.text), n.written_at from grid.household_notes n join registry.units u on u.id = n.unit_id where {LivedThereThen} order by n.written_at desc", cancel, "Purpose."),
        await Read(personId, "Held.Written", "grid.household_notes", "select n.purpose, n.text, n.written_at from grid.household_notes n where n.written_by = @person order by n.written_at desc limit 500", cancel, "Purpose."),
        // The number is the one that households are told; there is nothing to mask.
        await Read(personId, "Held.Leader", "grid.leaders", """
            select l.role, concat_ws(' · ', c.name, l.contact_phone), h.starts_on::timestamp at time zone 'Asia/Shanghai'
              from grid.leaders l join registry.posts h on h.id = l.post_id join registry.places c on c.id = l.place_id where h.person_id = @person order by h.starts_on desc
            """, cancel, "Role."),
        await Read(personId, "Held.Changes", "grid.leader_changes", """
            select c.what, concat_ws(' · ', c.new_term::text, c.reason, c.by_as), c.at from grid.leader_changes c join registry.posts h on h.id = c.post_id
             where h.person_id = @person or c.by_id = @person order by c.at desc limit 500
            """, cancel, "Changed."),
        await Read(personId, "Held.HandOvers", "grid.hand_overs", """
            select h.state, h.reason, h.begun_on::timestamp at time zone 'Asia/Shanghai' from grid.hand_overs h
             where h.begun_by = @person or exists (select from registry.posts p where p.id in (h.from_post, h.to_post) and p.person_id = @person) order by h.begun_on desc limit 500
            """, cancel, "HandOver."),
        await Read(personId, "Held.Registrations", "grid.double_registrations", """
            select c.name, concat_ws(' · ', r.work_unit, r.skills, r.services, r.hours_a_month::text), r.registered_on::timestamp at time zone 'Asia/Shanghai'
              from grid.double_registrations r join registry.places c on c.id = r.compound_id where r.person_id = @person order by r.registered_on desc
            """, cancel),
        await Read(personId, "Held.Services", "grid.service_records", "select s.state, concat_ws(' · ', s.what, to_char(make_interval(mins => s.minutes), 'HH24:MI'), s.decision_note, s.correction_reason), s.starts_at from grid.service_records s where s.person_id = @person order by s.starts_at desc limit 1000", cancel, "ServiceState."),
        await Read(personId, "Held.Letters", "grid.feedback_letters", """
            select l.from_day || ' – ' || l.to_day, concat_ws(' · ', l.issued_as, l.words), l.issued_at
              from grid.feedback_letters l join grid.double_registrations r on r.id = l.registration_id where r.person_id = @person order by l.issued_at desc
            """, cancel),
    ];

    public Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel) => Task.FromResult<IReadOnlyCollection<ErasureObstacle>>([]);

    // Charges and posts stay without a name; what was written about the person, and all of 双报到, goes.
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var sql in (string[])
        [
            "delete from grid.care_marks where person_id = @person",
            // A neighbour in the household who was there too and still is keeps the note.
            $"""
            delete from grid.household_notes n where {LivedThereThen} and not exists (
                select from registry.residencies o where o.unit_id = n.unit_id and o.person_id <> @person and o.until is null and o.since <= (n.written_at at time zone 'Asia/Shanghai')::date)
            """,
            "update grid.leaders set contact_phone = null where post_id in (select id from registry.posts where person_id = @person)",
            "update grid.leader_changes set reason = null where post_id in (select id from registry.posts where person_id = @person)",
            "update grid.hand_overs set reason = @words where state <> 'Open' and from_post in (select id from registry.posts where person_id = @person)",
            "delete from grid.double_registrations where person_id = @person",
        ])
        {
            await db.Database.ExecuteSqlRawAsync(sql, [new NpgsqlParameter("person", personId), new NpgsqlParameter("words", erased.Words)], cancel);
        }
    }

    private async Task<HeldCategory> Read(Guid person, string title, string table, string sql, CancellationToken cancel, string? words = null) => new(texts[title], table, await database.Read(
        sql, row => new HeldItem(words is null ? row.GetString(0) : texts[words + row.GetString(0)], row.TextOrNull(1), row.GetFieldValue<DateTimeOffset>(2)), cancel, ("person", person)));
}
