using Linli.Domain.Registry.Documents;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>康桥's covenant in force and its next version out for comments, its rules of assembly, and the neighbours' covenant of 树人大院.</summary>
internal sealed class GoverningDocuments(WorldBuilder world)
{
    private readonly Plan plan = Preset.Read<Plan>("documents");

    private sealed record Said(string? Article, string Text, string? Answer);

    private sealed record Matters(string Covenant, string AssemblyRules, string NeighbourCovenant);

    private sealed record Plan(
        string[] Covenant, string[] NextCovenant, string[] AssemblyRules, string[] NeighbourCovenant, string MissingReason, string Uncommented,
        Matters Matters, Said[] Comments, string AnsweredAs);

    public static void Build(WorldBuilder world, Kangqiao kangqiao, CompoundBuilder shuren)
    {
        var documents = new GoverningDocuments(world);
        var plan = documents.plan;
        var term = world.Today.AddMonths(-14);
        var covenant = documents.Adopt(kangqiao.Compound, DocumentKind.Covenant, plan.Covenant, plan.Matters.Covenant, term.AddDays(-40));
        documents.Adopt(kangqiao.Compound, DocumentKind.AssemblyRules, plan.AssemblyRules, plan.Matters.AssemblyRules, term.AddDays(-40));
        documents.Adopt(shuren, DocumentKind.NeighbourCovenant, plan.NeighbourCovenant, plan.Matters.NeighbourCovenant, world.Today.AddMonths(-9));
        (covenant.Missing, covenant.MissingReason) = ([nameof(RequiredClause.PartyPart)], plan.MissingReason);
        documents.AskForComments(kangqiao);
    }

    private DocumentVersion Adopt(CompoundBuilder compound, DocumentKind kind, string[] lines, string matter, DateOnly decided)
    {
        var rule = DocumentProfiles.For(compound.Place.Code, world.Today).AdoptionOf(kind)[0];
        var version = Add(compound, kind, 1, DocumentState.InForce, lines, leftOut: null);
        (version.DecidedOn, version.EffectiveOn, version.Matter, version.UncommentedReason) = (decided, decided.AddDays(15), matter, plan.Uncommented);
        (version.DecidedBy, version.AllHeads) = (rule.Body, compound.Units.Count());
        (version.PartHeads, version.ForHeads) = (version.AllHeads * 78 / 100, version.AllHeads * 71 / 100);
        if (rule.Threshold!.ByArea)
        {
            version.AllArea = compound.Units.Sum(unit => unit.Row.RegisteredArea ?? 0);
            (version.PartArea, version.ForArea) = (version.AllArea * 76 / 100, version.AllArea * 69 / 100);
        }

        return version;
    }

    private void AskForComments(Kangqiao kangqiao)
    {
        var version = Add(kangqiao.Compound, DocumentKind.Covenant, 2, DocumentState.PublishedForComment, plan.NextCovenant, RequiredClause.CommonIncome);
        (version.PublishedOn, version.CommentUntil) = (world.Today.AddDays(-6), world.Today.AddDays(12));
        var pieces = world.Rows.Of<DocumentPiece>().Where(piece => piece.VersionId == version.Id).ToArray();
        var households = kangqiao.Compound.Units.Where(unit => unit.Owners.Count > 0 && unit.Residents.Count > 0).Skip(20);
        foreach (var ((said, unit), index) in plan.Comments.Zip(households).Select((pair, index) => (pair, index)))
        {
            world.Rows.Add(new DocumentComment
            {
                Id = world.Id("document-comment", $"{version.Id}/{index}"),
                VersionId = version.Id,
                Position = pieces.FirstOrDefault(piece => piece.Label == said.Article)?.Position,
                PersonId = unit.Owners[0].Id,
                UnitId = unit.Row.Id,
                SaidAs = CapacityKind.Owner,
                Text = said.Text,
                At = world.Now.AddDays(index - 5),
                Answer = said.Answer,
                AnsweredAt = said.Answer is null ? null : world.Now.AddDays(-1),
                AnsweredAs = said.Answer is null ? null : plan.AnsweredAs,
            });
        }
    }

    private DocumentVersion Add(CompoundBuilder compound, DocumentKind kind, int number, DocumentState state, string[] lines, RequiredClause? leftOut)
    {
        var rules = DocumentProfiles.For(compound.Place.Code, world.Today);
        var blocks = DocumentText.Split(string.Join('\n', lines)).Value;
        var version = world.Rows.Add(new DocumentVersion
        {
            Id = world.Id("document", $"{compound.Place.Code}/{kind}/{number}"),
            CompoundId = compound.Place.Id,
            Kind = kind,
            Number = number,
            State = state,
            MadeAt = world.Now.AddDays(-10),
            MadeAs = plan.AnsweredAs,
            Rules = rules.Stamp,
        });
        for (var at = 0; at < blocks.Count; at++)
        {
            world.Rows.Add(new DocumentPiece { VersionId = version.Id, Position = at, Kind = blocks[at].Kind, Label = blocks[at].Label, Text = blocks[at].Text });
        }

        foreach (var clause in ClauseCheck.Of(rules.ClausesOf(kind), blocks, new Dictionary<RequiredClause, int>()))
        {
            if (clause.Suggested is { } at && clause.Rule.Clause != leftOut)
            {
                world.Rows.Add(new DocumentMark { VersionId = version.Id, Clause = clause.Rule.Clause, Position = at });
            }
        }

        return version;
    }
}
