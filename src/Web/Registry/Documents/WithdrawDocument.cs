using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Documents;

/// <summary>Gives up a version before it comes into force; its text and comments stay.</summary>
internal sealed class WithdrawDocument(DocumentDesk desk)
{
    private const string Process = nameof(WithdrawDocument);

    public Task<Outcome<Guid>> Execute(string code, string slug, WithdrawInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(code, slug, DocumentAct.Withdraw, Process, input, context, (open, version, faults) =>
        {
            version.EndReason = faults.Line(nameof(input.Reason), input.Reason, 500);
            version.EndedOn = open.Today;
            return Task.FromResult<DocumentState?>(null);
        }, cancel);
}
