using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Tickets.Intake.Hotline;

/// <summary>What taking over a list did or would do; with faults, nothing.</summary>
internal sealed record HotlineImport(int New, int Changed, int Unchanged, IReadOnlyList<ListFault> Faults, IReadOnlyList<string> PassedOver)
{
    public bool Imported { get; init; }

    /// <summary>What the preview showed; if something came in between, it is shown again.</summary>
    public string Seen => $"{New}/{Changed}/{Unchanged}";
}

/// <summary>
/// 12345 转办: takes over a list of the hotline, all or nothing, by its own numbers, so that the same list a second time doubles nothing. Our clock runs
/// from here; the hotline's deadlines stand beside ours, and follow the list when it names others.
/// </summary>
internal sealed class ImportHotline(
    LinliDb db, Changes changes, IListWorkbooks workbooks, HotlineReader reader, HotlineCallers callers, TicketDeadlines deadlines)
{
    /// <summary>Most orders of one list.</summary>
    public const int MostRows = 2000;

    private const string Process = nameof(ImportHotline);
    private const int AtOnce = 64;

    internal sealed record Input
    {
        public required byte[] Content { get; init; }

        public bool PreviewOnly { get; init; }

        /// <summary>What the preview said.</summary>
        public string? Seen { get; init; }
    }

    private sealed record Known(string Number, Guid TicketId, Guid CompoundId, DateTimeOffset? ContactDueAt, DateTimeOffset? ResolveDueAt);

    public async Task<Outcome<HotlineImport>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(Process);
        if (Scope.Of(context.Actor, Permission.TakeReports).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return new HotlineImport(0, 0, 0, [], []) { Imported = true };
        }

        var read = workbooks.Read(input.Content, HotlineSheet.Layout);
        if (!read.Succeeded(out var list))
        {
            return Outcome<HotlineImport>.Refused(read.Refusals);
        }

        if (list.Rows.Count > MostRows)
        {
            return new HotlineListIsTooLong(MostRows, list.Rows.Count);
        }

        var (orders, wrong) = await reader.Read(list.Rows, context.Actor, context.At, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await Registered(orders, cancel);
        List<ListFault> faults = [.. list.Faults, .. wrong, .. orders.Where(o => known.TryGetValue(o.Number, out var k) && k.CompoundId != o.Compound.Id).Select(o => new ListFault(o.Row, "Number", new HotlineNumberIsElsewhere()))];
        var fresh = orders.Where(o => !known.ContainsKey(o.Number)).ToList();
        var changed = orders.Where(o => known.TryGetValue(o.Number, out var k) && (k.ContactDueAt != o.ContactDueAt || k.ResolveDueAt != o.ResolveDueAt)).ToList();
        var import = new HotlineImport(fresh.Count, changed.Count, orders.Count - fresh.Count - changed.Count, faults, list.PassedOver);
        if (input.PreviewOnly || faults.Count > 0 || fresh.Count + changed.Count == 0 || (input.Seen is not null && input.Seen != import.Seen))
        {
            return import;
        }

        try
        {
            await Add(fresh, context, cancel);
            foreach (var order in changed)
            {
                await db.Set<TicketIntake>().Where(i => i.HotlineNumber == order.Number)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.HotlineContactDueAt, order.ContactDueAt).SetProperty(i => i.HotlineResolveDueAt, order.ResolveDueAt), cancel);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            // The same list was taken over at this very moment.
            return new ChangedMeanwhile();
        }

        var saved = await changes.Save(context, Process, "Import", context.RequestId, new { import.New, import.Changed, import.Unchanged }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<HotlineImport>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return import with { Imported = true };
    }

    private async Task<IReadOnlyDictionary<string, Known>> Registered(IReadOnlyList<HotlineOrder> orders, CancellationToken cancel)
    {
        var numbers = orders.Select(o => o.Number).ToArray();
        return await db.Set<TicketIntake>().AsNoTracking().Where(i => numbers.Contains(i.HotlineNumber))
            .Join(db.Set<Ticket>(), i => i.TicketId, t => t.Id, (i, t) => new Known(i.HotlineNumber!, t.Id, t.CompoundId, i.HotlineContactDueAt, i.HotlineResolveDueAt))
            .ToDictionaryAsync(k => k.Number, StringComparer.OrdinalIgnoreCase, cancel);
    }

    private async Task Add(IReadOnlyList<HotlineOrder> orders, ProcessContext context, CancellationToken cancel)
    {
        var takenAs = CapacityNames.ForRecord(context.Actor.Capacity!);
        foreach (var some in orders.Chunk(AtOnce))
        {
            List<ReportRow> rows = [];
            foreach (var order in some)
            {
                rows.Add(await Row(order, takenAs, context, cancel));
            }

            await ReportWriter.Insert(rows, (NpgsqlConnection)db.Database.GetDbConnection(), cancel);
        }
    }

    private async Task<ReportRow> Row(HotlineOrder order, string takenAs, ProcessContext context, CancellationToken cancel)
    {
        var (who, limits) = (await callers.Of(order, context.Actor, cancel), TicketLimits.Of(order.Report.Category));
        var (level, contactDue, resolveDue) = deadlines.Of(order.Report.Category.Suggested, context.At, limits);
        var ticket = new Ticket
        {
            Id = Guid.CreateVersion7(context.At),
            CompoundId = order.Compound.Id,
            PlaceId = order.BuildingId,
            UnitId = who.UnitId,
            PlaceText = order.Report.Place ?? string.Empty,
            Kind = order.Report.Category.Kind,
            Category = order.Report.Category.Code,
            Urgency = order.Report.Category.Suggested,
            Description = order.Report.Description,
            ContactBy = who.CanBeCalled ? ContactWish.Phone : ContactWish.None,
            State = TicketFlow.Decide(null, TicketAct.Report, TicketRoles.Clerk).Value,
            ServiceLevel = level,
            LocalLimits = limits?.ToString(),
            ReporterId = who.PersonId,
            ReportedAs = who.ReportedAs,
            ReceivedAt = context.At,
            ContactDueAt = contactDue,
            ResolveDueAt = resolveDue,
        };
        var intake = new TicketIntake
        {
            TicketId = ticket.Id, Channel = IntakeChannel.Hotline, TakenBy = context.Actor.PersonId, TakenAs = takenAs, CallerName = who.Name, CallerPhone = who.Phone,
            HotlineNumber = order.Number, HotlineCalledAt = order.CalledAt, HotlineContactDueAt = order.ContactDueAt, HotlineResolveDueAt = order.ResolveDueAt, IsConfidential = order.IsConfidential,
        };
        var own = context with { RequestId = ticket.Id };
        return ReportRow.Of(ticket, own, intake, new TakenFor(context.Actor.PersonId, context.Actor.Name, who.IsRegistered ? who.PersonId : null));
    }
}
