using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>An owner or resident says something of an article, or of the whole, of the version that is out for comments.</summary>
internal sealed class CommentOnDocument(LinliDb db, Changes changes, DocumentDesk desk)
{
    public const int Most = 20;
    public const int Longest = 1000;
    private const string Process = nameof(CommentOnDocument);

    public async Task<Outcome<Guid>> Execute(string code, string slug, CommentInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On($"{code}/{slug}");
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await desk.Open(code, slug, Permission.ViewOwnTickets, context, cancel) is not { } open)
        {
            return new NotFound();
        }

        if (context.Actor.Capacity is not { IsHousehold: true } household || household.PlaceId != open.CompoundId)
        {
            return new CommentsAreForHouseholds();
        }

        var decided = DocumentFlow.Decide(open.UnderWay?.State, DocumentAct.Comment);
        if (decided.IsRefused)
        {
            return Outcome<Guid>.Refused(decided.Refusals);
        }

        var version = open.UnderWay!;
        if (version.CommentUntil is { } until && until < open.Today)
        {
            return new CommentsAreClosed(until);
        }

        var faults = new Faults();
        var text = faults.Take(new TextRule(nameof(input.Text), Longest, SeveralLines: true, new TextIsMissing(nameof(input.Text))).Check(input.Text));
        faults.AddIf(input.Position is not null && !await db.Set<DocumentPiece>()
            .AnyAsync(p => p.VersionId == version.Id && p.Position == input.Position && p.Kind == BlockKind.Article, cancel), new ArticleIsNotThere());
        faults.AddIf(await db.Set<DocumentComment>().CountAsync(c => c.VersionId == version.Id && c.PersonId == context.Actor.PersonId, cancel) >= Most, new CommentsAreTooMany(Most));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new DocumentComment
        {
            Id = context.RequestId,
            VersionId = version.Id,
            Position = input.Position,
            PersonId = context.Actor.PersonId,
            UnitId = household.UnitId,
            SaidAs = household.Kind,
            Text = text!,
            At = context.At,
        });
        var saved = await changes.Save(context, Process, "DocumentComment", context.RequestId, new { version = version.Id, input.Position }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
