using System.Collections.Frozen;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Documents;

/// <summary>Reads profiles about governing documents from JSON and refuses what is incomplete: a clause without a source or without key words.</summary>
public static class DocumentProfileReader
{
    /// <summary>Reads one profile.</summary>
    /// <exception cref="JsonException">The text is no profile, or leaves something out.</exception>
    public static DocumentProfile Read(string json)
    {
        var profile = RuleFile.One<ProfileJson>(json);
        var kinds = profile.Kinds.ToFrozenDictionary(pair => pair.Key, pair => new KindRules(
            [.. pair.Value.Adoption.Select(Adoption)],
            pair.Value.Clauses.ToFrozenDictionary(clause => clause.Key, clause => Entry(clause.Key, clause.Value, profile))));
        var silent = profile.Id == DocumentProfile.National
            ? DocumentKinds.All.Where(kind => kinds.GetValueOrDefault(kind) is not { Adoption.Count: > 0, Clauses.Count: > 0 }).ToArray()
            : [];
        return silent.Length > 0
            ? throw new JsonException($"The national default says too little of {string.Join(", ", silent)}.")
            : new DocumentProfile
            {
                Id = profile.Id,
                Version = profile.Version,
                Name = profile.Name,
                DivisionPrefix = profile.DivisionPrefix,
                EffectiveFrom = profile.EffectiveFrom,
                Source = RuleFile.Source(profile.Source, profile.Verification),
                Kinds = kinds,
            };
    }

    internal static IEnumerable<DocumentProfile> Embedded() => RuleFile.TextsIn("Registry/Documents").Select(Read);

    private static AdoptionRule Adoption(AdoptionJson json) => new(
        json.Body,
        json.Participation is null && json.Approval is null
            ? null
            : new VoteThreshold(json.ByArea, ShareValue.Parse(json.Participation, json.ParticipationStrict), ShareValue.Parse(json.Approval, json.ApprovalStrict), json.ApprovalOfAll),
        json.CommentDays is >= 0 and <= 90 ? json.CommentDays : throw new JsonException($"{json.CommentDays} are no days for comments."),
        RuleFile.Source(json.Source, json.Verification));

    private static ClauseEntry Entry(RequiredClause clause, ClauseJson json, ProfileJson profile)
    {
        var keywords = json.Keywords?.Where(word => !string.IsNullOrWhiteSpace(word)).ToArray();
        return json.NotFound != keywords is { Length: > 0 }
            ? new ClauseEntry(json.NotFound ? null : keywords, RuleFile.Source(json.Source, json.Verification), json.EffectiveFrom ?? profile.EffectiveFrom)
            : throw new JsonException($"{profile.Id}: {clause} wants key words, or notFound.");
    }

    private sealed record AdoptionJson(
        AdoptingBody Body, string Source, Verification Verification, int CommentDays, bool ByArea = false, string? Participation = null,
        bool ParticipationStrict = false, string? Approval = null, bool ApprovalStrict = false, bool ApprovalOfAll = false);

    private sealed record ClauseJson(
        string Source, Verification Verification, IReadOnlyList<string>? Keywords = null, DateOnly? EffectiveFrom = null, bool NotFound = false);

    private sealed record KindJson(IReadOnlyList<AdoptionJson> Adoption, IReadOnlyDictionary<RequiredClause, ClauseJson> Clauses);

    private sealed record ProfileJson(
        string Id, int Version, string Name, string DivisionPrefix, DateOnly EffectiveFrom, string Source, Verification Verification,
        IReadOnlyDictionary<DocumentKind, KindJson> Kinds);
}
