using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Authorization;

/// <summary>What the grid module's routes are about: a captain with a household, a hand-over, a grid, a registered member with hours and a letter.</summary>
internal sealed record GridSubjects(
    Guid LeaderId, Guid HandOverId, Guid GridId, Guid NoteId, Guid RegistrationId, Guid LetterId, Guid ServiceId, Guid PositionId, Guid ClaimId, Guid MarkId)
{
    /// <summary>A captain's own household is the unit; the registered member of a household is the household's person, else a stranger.</summary>
    public static async Task<GridSubjects> Make(TestApp app, Guid compound, Guid unit, Guid person, Capacity? capacity)
    {
        Guid[] ids = [.. Enumerable.Range(0, 14).Select(_ => Guid.NewGuid())];
        var keeps = capacity?.PostKind is "building-captain" or "micro-grid-leader";
        var role = capacity?.PostKind == "micro-grid-leader" ? "MicroGrid" : "Captain";
        var leader = keeps ? capacity!.Id : await app.World.Post(await app.World.Person(), PostKinds.BuildingCaptain.Code, compound);
        var successor = await app.World.Post(await app.World.Person(), keeps ? capacity!.PostKind! : PostKinds.BuildingCaptain.Code, compound);
        var organisation = await app.Scalar<Guid>("select organisation_id from registry.posts where id = $1", leader);
        await app.Execute("insert into grid.leaders (post_id, role, place_id) values ($1, $3, $4), ($2, $3, $4) on conflict do nothing", leader, successor, role, compound);
        await app.Execute("insert into grid.charges (id, unit_id, post_id, role, since) values ($1, $2, $3, $4, '2026-01-01')", ids[0], unit, leader, role);
        await app.Execute(
            "insert into grid.hand_overs (id, role, place_id, from_post, to_post, reason, state, begun_on, due_on, begun_by) values ($1, $2, $3, $4, $5, 'x', 'Open', '2026-11-01', '2026-11-15', $6)",
            ids[1], role, compound, leader, successor, person);
        await app.Execute("insert into grid.hand_over_items (id, hand_over_id, charge_id, unit_id, waits) values ($1, $2, $3, $4, true)", ids[2], ids[1], ids[0], unit);
        await app.Execute("insert into grid.grids (id, kind, name, place_id, opened_on) values ($1, 'Micro', 'x', $2, '2026-01-01')", ids[3], compound);
        await app.Execute("insert into grid.grid_parts (id, grid_id, unit_id) values ($1, $2, $3)", ids[4], ids[3], unit);
        await app.Execute(
            "insert into grid.household_notes (id, unit_id, role, purpose, text, written_by, written_at, keep_until) values ($1, $2, $3, 'Reach', 'x', $4, $5, '2027-01-01')",
            ids[5], unit, role, person, app.Clock.Now);
        var member = capacity is { IsHousehold: true } ? person : await app.World.Person();
        await app.World.PartyMember(member);
        await app.Execute(
            "insert into grid.double_registrations (id, person_id, compound_id, work_unit, registered_on, registered_by) values ($1, $2, $3, 'x', '2026-01-01', $2) on conflict do nothing",
            ids[6], member, compound);
        // A person of the demo world may have registered long ago.
        ids[6] = await app.Scalar<Guid>("select id from grid.double_registrations where person_id = $1 and compound_id = $2", member, compound);
        await app.Execute(
            "insert into grid.positions (id, place_id, organisation_id, title, place_text, capacity, opened_on) values ($1, $2, $3, 'x', 'x', 5, '2026-01-01')",
            ids[7], compound, organisation);
        await app.Execute("insert into grid.claims (id, position_id, registration_id, claimed_on) values ($1, $2, $3, '2026-01-01')", ids[8], ids[7], ids[6]);
        await app.Execute(
            """
            insert into grid.service_records (id, registration_id, person_id, starts_at, ends_at, minutes, what, state, recorded_by, recorded_at)
            values ($1, $2, $3, $4, $4 + interval '60 minutes', 60, 'x', 'Recorded', $3, $4)
            """, ids[9], ids[6], member, app.Clock.Now.AddDays(-3));
        await app.Execute(
            """
            insert into grid.feedback_letters (id, registration_id, from_day, to_day, services, minutes, issued_as, issued_by, issued_at)
            values ($1, $2, '2026-01-01', '2026-11-01', 1, 60, 'x', $3, $4)
            """, ids[10], ids[6], person, app.Clock.Now);
        await app.Execute("insert into grid.care_marks (id, unit_id, person_id, need, set_by, set_as, set_at) values ($1, $2, $3, 'CallFirst', $3, 'x', $4)", ids[11], unit, person, app.Clock.Now);
        return new GridSubjects(leader, ids[1], ids[3], ids[5], ids[6], ids[10], ids[9], ids[7], ids[8], ids[11]);
    }
}
