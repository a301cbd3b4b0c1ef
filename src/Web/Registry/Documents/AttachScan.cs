using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>Adds the signed text to a version that was adopted, also to one of long ago.</summary>
internal sealed class AttachScan(LinliDb db, Changes changes, DocumentDesk desk, DocumentPapers papers)
{
    private const string Process = nameof(AttachScan);

    public async Task<Outcome<Guid>> Execute(string code, string slug, ScanInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{code}/{slug}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var open = await desk.Open(code, slug, Permission.ManageDocuments, context, cancel);
        var version = open is null ? null : await db.Set<DocumentVersion>()
            .SingleOrDefaultAsync(v => v.CompoundId == open.CompoundId && v.Kind == open.Kind && v.Number == input.Number, cancel);
        if (version is null)
        {
            return new NotFound();
        }

        var decided = DocumentFlow.Decide(version.State, DocumentAct.AttachScan);
        if (decided.IsRefused)
        {
            return Outcome<Guid>.Refused(decided.Refusals);
        }

        var faults = new Faults();
        faults.AddIf(input.Scan is null, new DocumentFileIsGone(nameof(input.Scan)));
        await papers.Attach(DocumentPapers.ScanKind, nameof(input.Scan), input.Scan, version.Id, context, faults, cancel);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var saved = await changes.Save(context, Process, "DocumentVersion", version.Id, new { version.Number, file = input.Scan }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
