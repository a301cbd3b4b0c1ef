using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Documents;

/// <summary>
/// Records that a version was adopted: by which body, with which figures. The vote's share is judged exactly; missing clauses and a decision
/// without comments want a stated reason. When its day has come it takes the place of the version in force at once.
/// </summary>
internal sealed class AdoptDocument(LinliDb db, DocumentDesk desk, DocumentPapers papers)
{
    private const string Process = nameof(AdoptDocument);

    public Task<Outcome<Guid>> Execute(string code, string slug, AdoptInput input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(code, slug, DocumentAct.Adopt, Process, input, context, async (open, version, faults) =>
        {
            ReadDecision(open, version, input, faults);
            await CheckClauses(open, version, input, faults, cancel);
            await TakePapers(version, input, context, faults, cancel);
            return !faults.Any && version.EffectiveOn <= open.Today
                ? await desk.Enter(version, Scope.Of(context.Actor, Permission.ManageDocuments), cancel)
                : null;
        }, cancel);

    private static void ReadDecision(OpenDocument open, DocumentVersion version, AdoptInput input, Faults faults)
    {
        var decided = faults.Day(nameof(input.DecidedOn), input.DecidedOn, open.Today);
        var effective = faults.Day(nameof(input.EffectiveOn), input.EffectiveOn, open.Today);
        if (!faults.Any)
        {
            foreach (var refusal in DocumentDates.AgainstDecision(decided, effective, version.CommentUntil, open.Today))
            {
                faults.Add(refusal);
            }
        }

        (version.DecidedOn, version.EffectiveOn, version.Rules) = (decided, effective, open.Rules.Stamp);
        version.Matter = faults.Line(nameof(input.Matter), input.Matter, 200);
        version.UncommentedReason = faults.OptionalLine(nameof(input.UncommentedReason), input.UncommentedReason, 500);
        faults.AddIf(version.PublishedOn is null && version.UncommentedReason is null, new CommentsWereNotAskedFor());
        ReadVote(open, version, input, faults);
    }

    private static void ReadVote(OpenDocument open, DocumentVersion version, AdoptInput input, Faults faults)
    {
        if (open.Rules.AdoptionOf(open.Kind).FirstOrDefault(rule => rule.Body == input.DecidedBy) is not { } rule)
        {
            faults.Add(new BodyDoesNotAdoptThis());
            return;
        }

        version.DecidedBy = rule.Body;
        if (rule.Threshold is not { } threshold)
        {
            return;
        }

        // An area that is not understood is told as that, not as missing.
        var areas = new Faults();
        var vote = new AdoptionVote
        {
            AllHeads = input.AllHeads,
            PartHeads = input.PartHeads,
            ForHeads = input.ForHeads,
            AllArea = threshold.ByArea ? areas.OptionalArea(nameof(input.AllArea), input.AllArea) : null,
            PartArea = threshold.ByArea ? areas.OptionalArea(nameof(input.PartArea), input.PartArea) : null,
            ForArea = threshold.ByArea ? areas.OptionalArea(nameof(input.ForArea), input.ForArea) : null,
        };
        foreach (var refusal in areas.All.Concat(vote.Against(rule)).DistinctBy(refusal => refusal.Field))
        {
            faults.Add(refusal);
        }

        (version.AllHeads, version.PartHeads, version.ForHeads) = (vote.AllHeads, vote.PartHeads, vote.ForHeads);
        (version.AllArea, version.PartArea, version.ForArea) = (vote.AllArea, vote.PartArea, vote.ForArea);
    }

    private async Task CheckClauses(OpenDocument open, DocumentVersion version, AdoptInput input, Faults faults, CancellationToken cancel)
    {
        var blocks = await db.Set<DocumentPiece>().Where(p => p.VersionId == version.Id).OrderBy(p => p.Position).ToListAsync(cancel);
        var marks = await db.Set<DocumentMark>().Where(m => m.VersionId == version.Id).ToDictionaryAsync(m => m.Clause, m => m.Position, cancel);
        var missing = ClauseCheck.Of(open.Rules.ClausesOf(open.Kind), [.. blocks.Select(block => block.ToBlock())], marks)
            .Where(clause => clause.IsMissing).Select(clause => clause.Rule.Clause.ToString()).ToArray();
        version.Missing = missing;
        version.MissingReason = missing.Length == 0 ? null : faults.OptionalLine(nameof(input.MissingReason), input.MissingReason, 500);
        faults.AddIf(missing.Length > 0 && version.MissingReason is null, new RequiredClausesAreMissing(missing.Length, string.Join(", ", missing)));
    }

    private async Task TakePapers(DocumentVersion version, AdoptInput input, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        faults.AddIf(input.Paper is null, new DecisionPaperIsMissing());
        if (!faults.Any)
        {
            await papers.Attach(DocumentPapers.DecisionKind, nameof(input.Paper), input.Paper, version.Id, context, faults, cancel);
            await papers.Attach(DocumentPapers.ScanKind, nameof(input.Scan), input.Scan, version.Id, context, faults, cancel);
        }
    }
}
