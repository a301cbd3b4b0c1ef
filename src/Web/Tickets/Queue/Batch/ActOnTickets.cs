using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Queue.Templates;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>
/// 批量办理: one act on several tickets, each by the use case that does it alone, with the same checks and a request id of its own. What is refused or
/// was changed meanwhile is left as it is and said; the others are done.
/// </summary>
internal sealed class ActOnTickets(TicketQueue queue, IServiceScopeFactory scopes, FillTemplate fill, RefusalTexts texts)
{
    public async Task<Outcome<BatchReport>> Execute(BatchInput input, ProcessContext context, CancellationToken cancel)
    {
        if (context.RequestId == Guid.Empty)
        {
            return new RequestIdIsEmpty();
        }

        BatchTicket[] chosen = [.. input.Tickets.Where(ticket => !string.IsNullOrWhiteSpace(ticket.Number)).DistinctBy(ticket => ticket.Number)];
        if (Faults(input, chosen.Length, context) is { Count: > 0 } faults)
        {
            return Outcome<BatchReport>.Refused(faults);
        }

        if (Scope.Of(context.Actor, BatchActs.Of(input.Act!.Value)).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        var seen = (await queue.Read(new() { Tab = QueueTab.All, Numbers = [.. chosen.Select(ticket => ticket.Number).Where(IsText)], Size = chosen.Length }, context.Actor, cancel)).ToDictionary(ticket => ticket.Number);
        var lines = new List<BatchLine>(chosen.Length);
        foreach (var ticket in chosen)
        {
            // A scope for each: what one leaves behind cannot spoil the next.
            await using var scope = scopes.CreateAsyncScope();
            var own = context with { RequestId = BatchId.Of(context.RequestId, ticket.Number) };
            var saved = seen.TryGetValue(ticket.Number, out var known) ? await Do(input, ticket, known, own, scope.ServiceProvider, cancel) : new NotFound();
            lines.Add(Line(ticket.Number, saved));
        }

        return new BatchReport(lines);
    }

    // What the database cannot hold is no number of a ticket.
    private static bool IsText(string number) => PlainText.TryClean(number, severalLines: false, out _);

    private static IReadOnlyList<Refusal> Faults(BatchInput input, int count, ProcessContext context)
    {
        var faults = new BatchFaults();
        var most = QueueLimits.On(ChinaTime.DayOf(context.At)).MostInBatch;
        faults.AddIf(count == 0, new NoTicketsAreChosen());
        faults.AddIf(count > most, new TicketsAreTooMany(most, count));
        if (input.Act is not { } act || !Enum.IsDefined(act))
        {
            faults.Add(new BatchActIsMissing());
            return faults.All;
        }

        faults.AddIf(act == BatchAct.Assign && input.Handler is null, new HandlerIsMissing());
        faults.Judge(act, input.Words);
        return faults.All;
    }

    private Task<Outcome<Saved>> Do(BatchInput input, BatchTicket ticket, QueuedTicket known, ProcessContext context, IServiceProvider services, CancellationToken cancel)
    {
        string Words() => string.IsNullOrWhiteSpace(input.Words) ? string.Empty : fill.Of(input.Words, known);
        return input.Act switch
        {
            BatchAct.Accept => services.GetRequiredService<AcceptTicket>()
                .Execute(new() { Number = ticket.Number, Version = ticket.Version, Category = known.Category, Urgency = known.Urgency }, context, cancel),
            BatchAct.Assign => services.GetRequiredService<AssignTicket>()
                .Execute(new() { Number = ticket.Number, Version = ticket.Version, Handler = input.Handler, Reason = input.Reason }, context, cancel),
            BatchAct.Contact => services.GetRequiredService<ContactReporter>()
                .Execute(new() { Number = ticket.Number, Version = ticket.Version, Note = Words() }, context, cancel),
            BatchAct.MarkDone => services.GetRequiredService<MarkTicketDone>()
                .Execute(new() { Number = ticket.Number, Version = ticket.Version, Result = Words() }, context, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Act, "No such act."),
        };
    }

    private BatchLine Line(string number, Outcome<Saved> saved) => new(
        number,
        saved.Succeeded(out var done) ? done.Before ? BatchResult.DoneBefore : BatchResult.Done
            : saved.Refusals is [ChangedMeanwhile, ..] ? BatchResult.ChangedMeanwhile : BatchResult.Refused,
        [.. saved.Refusals.Select(refusal => refusal.Code)],
        [.. saved.Refusals.Select(texts.Of)]);
}
