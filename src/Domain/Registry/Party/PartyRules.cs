using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>What to found for so many full members (domain.md §6).</summary>
public enum FoundingForm
{
    /// <summary>党支部.</summary>
    Branch,

    /// <summary>联合党支部.</summary>
    JointBranch,

    /// <summary>党建指导员.</summary>
    Instructor,
}

/// <summary>How many full members a branch of its own takes; an advice.</summary>
/// <param name="FullMembersForBranch">Full members, at least.</param>
/// <param name="Source">What it rests on.</param>
public sealed record FoundingRule(int FullMembersForBranch, RuleSource Source)
{
    /// <summary>What so many full members suggest.</summary>
    public FoundingForm For(int fullMembers) =>
        fullMembers >= FullMembersForBranch ? FoundingForm.Branch : fullMembers > 0 ? FoundingForm.JointBranch : FoundingForm.Instructor;
}

/// <summary>What part of an owners' committee had better be Party members; a warning while it is being formed, never a bar.</summary>
/// <param name="Numerator">Of the fraction.</param>
/// <param name="Denominator">Of the fraction.</param>
/// <param name="Source">What it rests on.</param>
public sealed record CommitteeShareRule(int Numerator, int Denominator, RuleSource Source)
{
    /// <summary>Whether a committee stays below it; one that has no members yet does not.</summary>
    public bool IsBelow(int partyMembers, int members) => (long)partyMembers * Denominator < (long)members * Numerator;
}

/// <summary>Rules of the Party's work that come with the product as data (<c>party-rules.json</c>).</summary>
public static class PartyRules
{
    private static readonly RulesJson BuiltIn = RuleFile.One<RulesJson>(RuleFile.Text("Registry/Party/party-rules.json"));

    /// <summary>How a branch is founded.</summary>
    public static readonly FoundingRule Founding = new(
        BuiltIn.Founding.FullMembersForBranch, RuleFile.Source(BuiltIn.Founding.Source, BuiltIn.Founding.Verification));

    /// <summary>The Party members' share of an owners' committee.</summary>
    public static readonly CommitteeShareRule CommitteeShare = new(
        BuiltIn.CommitteeShare.Numerator, BuiltIn.CommitteeShare.Denominator,
        RuleFile.Source(BuiltIn.CommitteeShare.Source, BuiltIn.CommitteeShare.Verification));

    /// <summary>Posts that exclude each other.</summary>
    public static readonly IReadOnlyList<ConflictRule> Conflicts =
    [
        .. BuiltIn.Conflicts.Select(json => new ConflictRule(
            json.Id, Side(json.One), Side(json.Other), json.Where, json.Declaration, RuleFile.Source(json.Source, json.Verification))),
    ];

    private static ConflictSide Side(SideJson json) => new(
        json.Posts is null ? [] : [.. json.Posts.Select(code => PostKinds.Find(code)?.Code ?? throw new JsonException($"{code} is no post."))],
        json.Organisations ?? []);

    private sealed record FoundingJson(int FullMembersForBranch, string Source, Verification Verification);

    private sealed record ShareJson(int Numerator, int Denominator, string Source, Verification Verification);

    private sealed record SideJson(IReadOnlyList<string>? Posts = null, IReadOnlyList<OrganisationKind>? Organisations = null);

    private sealed record ConflictJson(
        string Id, SideJson One, SideJson Other, ConflictReach Where, bool Declaration, string Source, Verification Verification);

    private sealed record RulesJson(FoundingJson Founding, ShareJson CommitteeShare, IReadOnlyList<ConflictJson> Conflicts);
}
