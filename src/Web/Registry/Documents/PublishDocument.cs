using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Documents;

/// <summary>Puts a draft out for comments: from now on its text stands.</summary>
internal sealed class PublishDocument(DocumentDesk desk)
{
    private const string Process = nameof(PublishDocument);

    public Task<Outcome<Guid>> Execute(string code, string slug, PublishInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(code, slug, DocumentAct.Publish, Process, input, context, (open, version, faults) =>
        {
            var until = faults.Day(nameof(input.CommentUntil), input.CommentUntil, open.Today);
            if (!faults.Any && DocumentDates.AgainstCommentsUntil(open.Today, until, open.Rules.CommentDaysOf(open.Kind)) is { } refusal)
            {
                faults.Add(refusal);
            }

            (version.PublishedOn, version.CommentUntil) = (open.Today, until);
            return Task.FromResult<DocumentState?>(null);
        }, cancel);
}
