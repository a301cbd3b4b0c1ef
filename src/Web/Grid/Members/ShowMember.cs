using Linli.Domain.Grid;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Members;

/// <summary>One registration with positions, hours and letters: for the member, the branch and the community.</summary>
internal sealed class ShowMember(NpgsqlDataSource database, Registrations registrations)
{
    internal const string ServiceColumns = """
        select s.id, s.registration_id, p.name, s.starts_at, s.ends_at, s.minutes, s.what, o.title, s.state, d.name, s.decision_note, s.correction_reason,
               s.corrects is not null, s.person_id, s.recorded_by
          from grid.service_records s
          join grid.double_registrations r on r.id = s.registration_id
          join registry.places c on c.id = r.compound_id
          join registry.people p on p.id = s.person_id
          left join grid.positions o on o.id = s.position_id
          left join registry.people d on d.id = s.decided_by
        """;

    internal static ServiceRow Service(NpgsqlDataReader row, Actor actor, bool mayManage)
    {
        var state = Enum.Parse<ServiceState>(row.GetString(8));
        return new ServiceRow(
            row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4), row.GetInt32(5), row.GetString(6),
            row.TextOrNull(7), state, row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11), row.GetBoolean(12),
            mayManage && !ServiceRules.Decide(state, row.GetGuid(13), row.GetGuid(14), actor.PersonId, accept: true).IsRefused);
    }

    /// <summary>The own registration in the compound of the household that the actor acts for.</summary>
    public async Task<MemberView?> Mine(Actor actor, CancellationToken cancel) =>
        await registrations.Mine(actor, cancel) is { } mine ? await Execute(mine.Row.Id, actor, cancel) : null;

    public async Task<MemberView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await registrations.Find(id, actor, cancel) is not { } found)
        {
            return null;
        }

        var member = (await database.Read(ListMembers.Columns + " where r.id = @id", ListMembers.Row, cancel, ("id", id))).Single();
        return new MemberView
        {
            Member = member,
            CommunityName = (await database.Read(
                "select a.name from registry.places c join registry.places a on a.id = c.parent_id where c.id = @id", row => row.GetString(0), cancel, ("id", found.Row.CompoundId))).Single(),
            IsOwn = found.IsOwn,
            MayManage = found.MayManage,
            Claims = await database.Read(
                """
                select k.id, o.id, o.title, o.place_text, k.claimed_on, k.ended_on from grid.claims k join grid.positions o on o.id = k.position_id
                 where k.registration_id = @id order by k.ended_on is not null, k.claimed_on desc, k.id
                """,
                row => new ClaimRow(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.DayOrNull(5)), cancel, ("id", id)),
            Services = await database.Read(
                ServiceColumns + " where s.registration_id = @id order by s.starts_at desc, s.recorded_at desc limit 500",
                row => Service(row, actor, found.MayManage), cancel, ("id", id)),
            Letters = await database.Read(
                "select id, from_day, to_day, services, minutes, issued_at from grid.feedback_letters where registration_id = @id order by issued_at desc",
                row => new LetterRow(
                    row.GetGuid(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetInt32(4), row.GetFieldValue<DateTimeOffset>(5)),
                cancel, ("id", id)),
        };
    }

    /// <summary>One record of hours, for the member, the branch and the community.</summary>
    public async Task<ServiceRow?> OneService(Guid recordId, Actor actor, CancellationToken cancel)
    {
        var row = (await database.Read(ServiceColumns + " where s.id = @id", record => Service(record, actor, mayManage: false), cancel, ("id", recordId))).SingleOrDefault();
        return row is not null && await registrations.Find(row.RegistrationId, actor, cancel) is not null ? row : null;
    }

    /// <summary>A letter as it was issued, with the confirmed records of its period.</summary>
    public async Task<LetterView?> Letter(Guid letterId, Actor actor, CancellationToken cancel)
    {
        var letter = (await database.Read(
            "select registration_id, from_day, to_day, services, minutes, words, issued_as, issued_at from grid.feedback_letters where id = @id",
            row => new LetterView(
                letterId, row.GetGuid(0), "", "", "", "", row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3), row.GetInt32(4), row.TextOrNull(5),
                row.GetString(6), row.GetFieldValue<DateTimeOffset>(7), []), cancel, ("id", letterId))).SingleOrDefault();
        return letter is null || await Execute(letter.RegistrationId, actor, cancel) is not { } view ? null : letter with
        {
            Name = view.Member.Name,
            WorkUnit = view.Member.WorkUnit,
            CompoundName = view.Member.CompoundName,
            CommunityName = view.CommunityName,
            Records = [.. view.Services.Where(s => s.State == ServiceState.Confirmed
                && Linli.Domain.Kernel.ChinaTime.DayOf(s.StartsAt) >= letter.From && Linli.Domain.Kernel.ChinaTime.DayOf(s.StartsAt) <= letter.To)],
        };
    }
}
