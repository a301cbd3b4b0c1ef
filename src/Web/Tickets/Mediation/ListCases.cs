using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Npgsql;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Lists of cases, each for those alone who belong to them: by number, kind, compound and day, never by name.</summary>
internal sealed class ListCases(NpgsqlDataSource database, TimeProvider clock)
{
    private const int PageSize = 30;

    private const string Columns = """
        select c.id, c.number, c.kind, p.name, c.state, c.result, c.applied_at,
               (select min(d.day) from (
                  select (s.at at time zone 'Asia/Shanghai')::date as day from tickets.mediation_sessions s where s.case_id = c.id and s.held_at is null
                  union all
                  select v.due_on from tickets.mediation_visits v where v.case_id = c.id and v.visited_at is null) d where c.state <> 'Closed')
          from tickets.mediation_cases c join registry.places p on p.id = c.compound_id
        """;

    private const string OwnOfMediator = $"""
        {Columns}
          join tickets.mediation_mediators m on m.case_id = c.id and m.person_id = @person and m.until is null
         where p.path like @scope
         order by c.state = 'Closed', 8 nulls last, c.applied_at desc, c.id limit @most offset @skip
        """;

    // Who is a party, lives with one, or stood aside, is not offered the case.
    private const string WaitingForOne = $"""
        {Columns}
         where p.path like @scope and {MediationAccess.HasNoMediator}
           and not exists (select from tickets.mediation_mediators m where m.case_id = c.id and m.person_id = @person)
           and not exists (
             select from tickets.mediation_parties y where y.case_id = c.id and (y.person_id = @person or exists (
               select from (
                 select person_id, unit_id from registry.ownerships where registry.holds(since, until, @today)
                 union all
                 select person_id, unit_id from registry.residencies where registry.holds(since, until, @today)) o
                 join (
                 select person_id, unit_id from registry.ownerships where registry.holds(since, until, @today)
                 union all
                 select person_id, unit_id from registry.residencies where registry.holds(since, until, @today)) h on h.unit_id = o.unit_id
                where h.person_id = @person and o.person_id = y.person_id)))
         order by c.applied_at, c.id limit @most offset @skip
        """;

    private const string OwnOfParty = $"""
        {Columns}
          join tickets.mediation_parties y on y.case_id = c.id and y.person_id = @person and {MediationAccess.PartySees}
         order by c.state = 'Closed', c.applied_at desc, c.id limit @most offset @skip
        """;

    /// <summary>The cases of a mediator and those that wait for one.</summary>
    public async Task<MediationDeskView> OfMediator(int at, Actor actor, CancellationToken cancel)
    {
        var scope = Scope.Of(actor, Permission.Mediate);
        at = Paging.At(at);
        var own = await Read(OwnOfMediator, scope, at, actor, cancel);
        var waiting = await Read(WaitingForOne, scope, 1, actor, cancel);
        return new MediationDeskView([.. own.Take(PageSize)], [.. waiting.Take(PageSize)], at, own.Count > PageSize);
    }

    /// <summary>The cases to which the actor is a party.</summary>
    public async Task<IReadOnlyList<MediationLine>> OfParty(Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewOwnTickets).IsNothing ? [] : await Read(OwnOfParty, null, 1, actor, cancel);

    private async Task<IReadOnlyList<MediationLine>> Read(string sql, Scope? scope, int at, Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("person", actor.PersonId);
        command.Parameters.AddWithValue("most", PageSize + 1);
        command.Parameters.AddWithValue("skip", (at - 1) * PageSize);
        if (scope is not null)
        {
            command.Parameters.AddWithValue("scope", (object?)scope.SqlPattern ?? DBNull.Value);
            MediationAccess.Bind(command.Parameters, clock.GetUtcNow());
        }

        var lines = new List<MediationLine>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            lines.Add(new MediationLine(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), Enum.Parse<MediationState>(row.GetString(4)),
                row.IsDBNull(5) ? null : Enum.Parse<MediationResult>(row.GetString(5)), row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7)));
        }

        return lines;
    }
}
