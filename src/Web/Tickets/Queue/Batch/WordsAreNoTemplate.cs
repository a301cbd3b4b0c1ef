using Linli.Domain.Kernel;
using Linli.Web.Platform.Text;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>The words of a batch leave something open that no ticket has; said as of a template.</summary>
internal sealed record WordsAreNoTemplate(Refusal Inner) : Refusal, IAboutAnother
{
    public override string Field => nameof(BatchInput.Words);
}
