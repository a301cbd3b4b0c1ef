using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>What is wrong with a batch as a whole.</summary>
internal sealed class BatchFaults : FaultList;

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
