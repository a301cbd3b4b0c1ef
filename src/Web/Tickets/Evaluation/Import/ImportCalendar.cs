using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Evaluation.Import;

/// <summary>The working days by which the deadlines of imported tickets are told: those of the product.</summary>
internal sealed class ImportCalendar
{
    public Task<WorkCalendar> Read(CancellationToken cancel) => Task.FromResult(WorkCalendar.WeekdaysOnly);
}
