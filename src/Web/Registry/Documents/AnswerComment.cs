using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>Answers a comment. With the answer the comment's words become public, without a name; words that must not are withheld and the answer says why.</summary>
internal sealed class AnswerComment(LinliDb db, Changes changes, DocumentDesk desk)
{
    public const int Longest = 1000;
    private const string Process = nameof(AnswerComment);

    public async Task<Outcome<Guid>> Execute(string code, string slug, AnswerInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{code}/{slug}/{input.CommentId}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var open = await desk.Open(code, slug, Permission.ManageDocuments, context, cancel);
        var found = open is null ? null : await (
            from c in db.Set<DocumentComment>()
            join v in db.Set<DocumentVersion>() on c.VersionId equals v.Id
            where c.Id == input.CommentId && v.CompoundId == open.CompoundId && v.Kind == open.Kind
            select new { Comment = c, v.State }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return new NotFound();
        }

        var decided = DocumentFlow.Decide(found.State, DocumentAct.AnswerComment);
        if (decided.IsRefused)
        {
            return Outcome<Guid>.Refused(decided.Refusals);
        }

        var faults = new Faults();
        var answer = faults.Take(new TextRule(nameof(input.Answer), Longest, SeveralLines: true, new TextIsMissing(nameof(input.Answer))).Check(input.Answer));
        faults.AddIf(found.Comment.Answer is not null, new CommentIsAnswered());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        (found.Comment.Answer, found.Comment.AnsweredAt, found.Comment.Withheld) = (answer, context.At, input.Withheld);
        found.Comment.AnsweredAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord;
        var saved = await changes.Save(context, Process, "DocumentComment", found.Comment.Id, new { found.Comment.VersionId, input.Withheld }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
