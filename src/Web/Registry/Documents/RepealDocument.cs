using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Documents;

/// <summary>Ends the version in force without another in its place.</summary>
internal sealed class RepealDocument(DocumentDesk desk)
{
    private const string Process = nameof(RepealDocument);

    public Task<Outcome<Guid>> Execute(string code, string slug, RepealInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(code, slug, DocumentAct.Repeal, Process, input, context, (open, version, faults) =>
        {
            var last = faults.Day(nameof(input.LastDay), input.LastDay, open.Today);
            var from = version.EffectiveOn!.Value;
            faults.AddIf(!faults.Any && (last < from || last > open.Today), new LastDayIsOutside(from, open.Today));
            version.EndReason = faults.Line(nameof(input.Reason), input.Reason, 500);
            version.EndedOn = last;
            return Task.FromResult<DocumentState?>(null);
        }, cancel);
}
