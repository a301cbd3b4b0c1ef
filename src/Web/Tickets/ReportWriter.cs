using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Tickets.Store;
using Npgsql;
using NpgsqlTypes;

namespace Linli.Web.Tickets;

/// <summary>
/// Writes a new ticket with its timeline, notifications, audit entry and request id in one round trip and one transaction.
/// This is what many residents do at once when a lift stands still, so it goes past the change tracker.
/// </summary>
internal sealed class ReportWriter(NpgsqlDataSource database)
{
    private static readonly string[] DispatcherKinds =
        [.. PostKinds.All.Where(kind => kind.Permissions.HasFlag(Permission.AcceptTickets)).Select(kind => kind.Code)];

    // The number takes the compound's initials; a building of another compound leaves no row, and so no ticket.
    private const string InsertTicket = """
        insert into tickets.tickets (id, number, compound_id, place_id, unit_id, place_text, kind, category, urgency, description, contact_by, state,
                                     service_level, reporter_id, reported_as, received_at, contact_due_at, resolve_due_at)
        select @id, c.initials || @month || (select lpad(n::text, greatest(4, length(n::text)), '0') from nextval('tickets.number_seq') n), c.place_id, b.id, @unit,
               case when b.id is null then @place_text else trim(b.name || ' ' || @place_text) end,
               @kind, @category, @urgency, @description, @contact_by, @state, @level, @reporter, @reported_as, @at, @contact_due, @resolve_due
          from registry.compounds c
          join registry.places p on p.id = c.place_id
          left join registry.places b on b.id = @building and b.path like p.path || '%' and b.id <> p.id
         where c.place_id = @compound and (@building is null or b.id is not null)
        returning number
        """;

    private const string InsertTimeline = """
        insert into tickets.timeline (id, ticket_id, at, act, state, person_id, acted_as)
        select @timeline, t.id, @at, 'Report', t.state, @reporter, @reported_as from tickets.tickets t where t.id = @id
        """;

    private const string TakeUpPhotos = """
        with taken as (
          update platform.attachments a set subject_kind = 'Ticket', subject_id = @id
            from unnest(@photos) with ordinality as wanted (id, position)
           where a.id = wanted.id and a.uploaded_by = @reporter and a.subject_id is null
          returning a.id, wanted.position)
        insert into tickets.timeline_photos (timeline_id, attachment_id, position) select @timeline, id, position from taken
        """;

    private const string TellDispatchers = """
        insert into platform.notifications (id, person_id, kind, arguments, link, created_at)
        select gen_random_uuid(), d.person_id, 'TicketReceived', jsonb_build_object('Number', t.number, 'Place', t.place_text), '/tickets/' || t.number, @at
          from tickets.tickets t,
               (select distinct po.person_id from registry.places pl join registry.posts po on po.place_id = pl.id
                 where pl.path = any(@prefixes) and po.kind = any(@kinds)
                   and po.starts_on <= @today and (po.ends_on is null or po.ends_on >= @today) and (po.ended_on is null or po.ended_on >= @today)) d
         where t.id = @id
        """;

    public async Task<Outcome<ReportedTicket>> Write(Ticket ticket, IReadOnlyList<Guid> photos, ProcessContext context, CancellationToken cancel)
    {
        try
        {
            return await Insert(ticket, photos, context, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same form again: answer with what the first one made, and only to whom it belongs.
            await using var earlier = database.CreateCommand("select number from tickets.tickets where id = $1 and reporter_id = $2");
            earlier.Parameters.AddWithValue(ticket.Id);
            earlier.Parameters.AddWithValue(ticket.ReporterId);
            return await earlier.ExecuteScalarAsync(cancel) is string number ? new ReportedTicket(ticket.Id, number) : new ChangedMeanwhile();
        }
    }

    private async Task<Outcome<ReportedTicket>> Insert(Ticket ticket, IReadOnlyList<Guid> photos, ProcessContext context, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = photos.Count > 0 || ticket.PlaceId is not null ? await connection.BeginTransactionAsync(cancel) : null;
        await using var batch = new NpgsqlBatch(connection);
        var timeline = Guid.CreateVersion7(context.At);
        batch.BatchCommands.Add(TicketCommand(ticket));
        batch.BatchCommands.Add(Command(InsertTimeline, ("timeline", timeline), ("at", ticket.ReceivedAt), ("reporter", ticket.ReporterId), ("reported_as", ticket.ReportedAs), ("id", ticket.Id)));
        if (photos.Count > 0)
        {
            batch.BatchCommands.Add(Command(TakeUpPhotos, ("id", ticket.Id), ("photos", photos.Distinct().ToArray()), ("reporter", ticket.ReporterId), ("timeline", timeline)));
        }

        batch.BatchCommands.Add(Command(
            TellDispatchers, ("at", ticket.ReceivedAt), ("id", ticket.Id), ("kinds", DispatcherKinds), ("today", ChinaTime.DayOf(ticket.ReceivedAt)),
            ("prefixes", context.Actor.Capacity!.Path.SelfAndAncestors().Select(path => path.Value).ToArray())));
        ChangeCommands.AddTo(batch, context, TicketProcesses.Of(TicketAct.Report), TicketProcesses.Subject, ticket.Id, new { category = ticket.Category, timeline });

        string? number;
        await using (var reader = await batch.ExecuteReaderAsync(cancel))
        {
            number = await reader.ReadAsync(cancel) ? reader.GetString(0) : null;
        }

        // Without a commit, leaving here takes everything back.
        if (number is null)
        {
            return new PlaceIsNotInTheCompound();
        }

        if (photos.Count > 0 && batch.BatchCommands[2].RecordsAffected != photos.Distinct().Count())
        {
            return new PhotoIsGone();
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return new ReportedTicket(ticket.Id, number);
    }

    private static NpgsqlBatchCommand TicketCommand(Ticket ticket) => Command(
        InsertTicket,
        ("id", ticket.Id), ("month", ChinaTime.Local(ticket.ReceivedAt).ToString("'-'yyMM'-'", System.Globalization.CultureInfo.InvariantCulture)),
        ("unit", ticket.UnitId), ("place_text", ticket.PlaceText), ("kind", ticket.Kind.ToString()), ("category", ticket.Category),
        ("urgency", ticket.Urgency.ToString()), ("description", ticket.Description), ("contact_by", ticket.ContactBy.ToString()),
        ("state", ticket.State.ToString()), ("level", ticket.ServiceLevel), ("reporter", ticket.ReporterId), ("reported_as", ticket.ReportedAs),
        ("at", ticket.ReceivedAt), ("contact_due", ticket.ContactDueAt), ("resolve_due", ticket.ResolveDueAt),
        ("building", ticket.PlaceId), ("compound", ticket.CompoundId));

    private static NpgsqlBatchCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(value is null
                ? new NpgsqlParameter(name, NpgsqlDbType.Uuid) { Value = DBNull.Value }
                : new NpgsqlParameter(name, value));
        }

        return command;
    }
}
