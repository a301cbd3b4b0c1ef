using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>What an import of an old system's tickets did, or would do; or every line that stands against it.</summary>
public sealed record EventImport(int Rows, int Later, int Added, int Known, IReadOnlyList<Refusal> Faults);

/// <summary>
/// Takes over the history of an old system: its events become tickets with timeline and exclusions, all or nothing; importing
/// twice changes nothing. A system runs both for a while, so what happened after the change-over may be left out.
/// </summary>
internal sealed class ImportTicketEvents(LinliDb db, Changes changes, IErasedPeople people, TicketDeadlines deadlines)
{
    private static readonly System.Resources.ResourceManager Words = new(typeof(EvaluationWords));

    internal sealed record Input
    {
        public required byte[] Content { get; init; }

        /// <summary>What happened later is left out; null takes all.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>Say what would be done only.</summary>
        public bool PreviewOnly { get; init; }
    }

    private sealed record Compound(string Code, Guid Id, string Path);

    private sealed record Taken(Guid Id, string Number);

    public async Task<Outcome<EventImport>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var scope = Scope.Of(context.Actor, Permission.ManageRegistry);
        if (!scope.Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        var (rows, broken) = EventFile.Read(input.Content);
        List<Refusal> faults = [.. broken];
        var until = input.Until ?? DateTimeOffset.MaxValue;
        var byTicket = Grouped(rows.Where(row => row.At <= until), faults);
        var tickets = await Tickets(byTicket, faults, cancel);
        var numbers = tickets.Select(ticket => ticket.Number).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var taken = await db.Database.SqlQuery<Taken>($"""select id as "Id", number as "Number" from tickets.tickets where number = any({numbers})""").ToDictionaryAsync(t => t.Number, cancel);
        faults.AddRange(tickets.Where(ticket => taken.TryGetValue(ticket.Number, out var other) && other.Id != ticket.Id)
            .Select(ticket => new TicketNumberIsTaken(byTicket[ticket.Number][0].Line, ticket.Number)));
        var fresh = tickets.Where(ticket => !taken.ContainsKey(ticket.Number)).ToList();
        var import = new EventImport(rows.Count, rows.Count(row => row.At > until), fresh.Count, tickets.Count - fresh.Count, faults);
        if (faults.Count > 0 || input.PreviewOnly || fresh.Count == 0)
        {
            return import;
        }

        await Write(fresh, cancel);
        var saved = await changes.Save(context, nameof(ImportTicketEvents), "Import", context.RequestId, new { import.Rows, import.Added, import.Known }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<EventImport>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return import;
    }

    private static Dictionary<string, List<EventRow>> Grouped(IEnumerable<EventRow> rows, List<Refusal> faults)
    {
        var byTicket = new Dictionary<string, List<EventRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (byTicket.TryGetValue(row.Ticket, out var earlier))
            {
                faults.AddRange(row.Event == "RECEIVED" ? [new TicketIsReceivedTwice(row.Line, row.Ticket)] : Array.Empty<Refusal>());
                earlier.Add(row);
            }
            else if (row.Event == "RECEIVED")
            {
                byTicket.Add(row.Ticket, [row]);
            }
            else
            {
                faults.Add(new EventComesBeforeReceipt(row.Line, row.Ticket));
            }
        }

        return byTicket;
    }

    private async Task<List<OldTicket>> Tickets(Dictionary<string, List<EventRow>> byTicket, List<Refusal> faults, CancellationToken cancel)
    {
        var codes = byTicket.Values.Select(rows => rows[0].Details["compound"]).Distinct().ToArray();
        var compounds = await db.Database.SqlQuery<Compound>(
            $"""select p.code as "Code", p.id as "Id", p.path as "Path" from registry.places p join registry.compounds c on c.place_id = p.id where p.code = any({codes})""")
            .ToDictionaryAsync(compound => compound.Code, cancel);
        var (reporter, text) = (Words.GetString("Import.Reporter", TextModule.Chinese)!, Words.GetString("Import.NoText", TextModule.Chinese)!);
        List<OldTicket> tickets = [];
        foreach (var rows in byTicket.Values)
        {
            if (compounds.TryGetValue(rows[0].Details["compound"], out var compound))
            {
                tickets.Add(new OldTicket(rows, compound.Id, reporter, text));
            }
            else
            {
                faults.Add(new EventCompoundIsUnknown(rows[0].Line, rows[0].Details["compound"]));
            }
        }

        return tickets;
    }

    private async Task Write(List<OldTicket> tickets, CancellationToken cancel)
    {
        var nobody = await people.Nobody(cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        Task Copy<T>(IEnumerable<T> rows)
            where T : class => BulkWriter.Insert(db.Model.FindEntityType(typeof(T))!, [.. rows], connection, cancel);
        await Copy(tickets.Select(ticket => ticket.Row(deadlines, nobody)));
        await Copy(tickets.SelectMany(ticket => ticket.Timeline()));
        await Copy(tickets.SelectMany(ticket => ticket.PauseRows(nobody)));
        await Copy(tickets.SelectMany(ticket => ticket.Exclusions()));
    }
}
