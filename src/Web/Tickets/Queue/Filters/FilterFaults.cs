using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Filters;

/// <summary>What is wrong with a filter.</summary>
internal sealed class FilterFaults : FaultList;

/// <summary>A person keeps so many filters.</summary>
public sealed record FiltersAreTooMany(int Most) : Refusal
{
    public override string Field => nameof(SaveFilterInput.Name);
}

/// <summary>Filters of a period, of what is not a tab, are not kept.</summary>
public sealed record TabIsNotKept : Refusal
{
    public override string Field => nameof(SaveFilterInput.Tab);
}

/// <summary>The post does not share with its organisation.</summary>
public sealed record FilterIsNotSharedByThisPost : Refusal
{
    public override string Field => nameof(SaveFilterInput.IsShared);
}
