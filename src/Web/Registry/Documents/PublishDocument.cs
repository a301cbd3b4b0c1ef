using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Store;

namespace Linli.Web.Registry.Documents;

/// <summary>Puts a draft out for comments: from now on its text stands.</summary>
internal sealed class PublishDocument(LinliDb db, DocumentDesk desk)
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
            // A thousand households are told afterwards; publishing waits for none of it.
            db.Add(new OutboxMessage { Kind = TellHouseholds.MessageKind, Payload = JsonSerializer.SerializeToElement(version.Id), CreatedAt = context.At, DueAt = context.At });
            return Task.FromResult<DocumentState?>(null);
        }, cancel);
}
