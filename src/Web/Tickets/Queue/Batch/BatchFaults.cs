using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>What is wrong with a batch as a whole.</summary>
internal sealed class BatchFaults : FaultList
{
    /// <summary>The words of an act that has some; a preview asks the same.</summary>
    public void Judge(BatchAct act, string? words)
    {
        if (act is not (BatchAct.Contact or BatchAct.MarkDone))
        {
            return;
        }

        var said = act == BatchAct.MarkDone
            ? Text(nameof(BatchInput.Words), words, TicketTexts.Result.MaxLength)
            : OptionalText(nameof(BatchInput.Words), words, TicketTexts.ContactNote.MaxLength);
        if (said is not null && TemplateText.Fault(said) is { } fault)
        {
            Add(new WordsAreNoTemplate(fault));
        }
    }
}

/// <summary>Nobody said what to do.</summary>
public sealed record BatchActIsMissing : Refusal
{
    public override string Field => nameof(BatchInput.Act);
}

/// <summary>No ticket was chosen.</summary>
public sealed record NoTicketsAreChosen : Refusal
{
    public override string Field => nameof(BatchInput.Tickets);
}

/// <summary>More tickets than one batch may hold.</summary>
public sealed record TicketsAreTooMany(int Most, int Count) : Refusal
{
    public override string Field => nameof(BatchInput.Tickets);
}
