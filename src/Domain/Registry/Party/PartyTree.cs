using Linli.Domain.Kernel;
using static Linli.Domain.Registry.OrganisationKind;

namespace Linli.Domain.Registry.Party;

/// <summary>
/// The tree of Party organisations: 街道大工委 → 社区大党委 → 网格/小区党支部 → 楼栋党小组 → 党员中心户, of which a level may be absent, with the
/// functional, courtyard, industry, company, project and committee organisations beside it (requirement A3; domain.md §6).
/// </summary>
public static class PartyTree
{
    private static readonly OrganisationKind[] OfPlaces = [CommunityJointPartyCommittee, SubdistrictJointWorkCommittee];

    /// <summary>Where every kind may stand.</summary>
    public static readonly IReadOnlyList<PartyKindRule> Rules =
    [
        new(SubdistrictJointWorkCommittee, []),
        new(CommunityJointPartyCommittee, [SubdistrictJointWorkCommittee]),
        new(GridBranch, [.. OfPlaces, CourtyardGeneralBranch]) { Holds = MembershipWay.Formal },
        new(BlockGroup, [GridBranch, JointBranch, .. OfPlaces]) { Holds = MembershipWay.Formal, NeedsParent = true },
        new(MemberHousehold, [BlockGroup, GridBranch, JointBranch, FunctionalBranch, .. OfPlaces]) { Holds = MembershipWay.Attached, NeedsParent = true },
        new(CourtyardGeneralBranch, OfPlaces),
        new(FunctionalBranch, [.. OfPlaces, GridBranch, CourtyardGeneralBranch, IndustryPartyCommittee]) { Holds = MembershipWay.Attached },
        new(GovernanceBranch, OfPlaces) { Holds = MembershipWay.Attached },
        new(JointBranch, [.. OfPlaces, IndustryPartyCommittee, IndustryGeneralBranch]) { Holds = MembershipWay.Formal },
        new(IndustryPartyCommittee, [IndustryPartyCommittee]),
        new(IndustryGeneralBranch, [IndustryPartyCommittee]),
        new(CompanyBranch, [IndustryPartyCommittee, IndustryGeneralBranch, .. OfPlaces]) { Holds = MembershipWay.Formal, LiesWithinParent = false, Of = PropertyCompany },
        new(ProjectBranch, [CompanyBranch, CourtyardGeneralBranch, GridBranch, .. OfPlaces]) { Holds = MembershipWay.Formal, LiesWithinParent = false, Of = PropertyCompany },
        new(CommitteeBranch, [GridBranch, CourtyardGeneralBranch, .. OfPlaces]) { Holds = MembershipWay.Attached, Of = OwnersCommittee },
    ];

    /// <summary>The rule of a kind.</summary>
    /// <exception cref="ArgumentException">It is no kind of the Party.</exception>
    public static PartyKindRule RuleOf(OrganisationKind kind) =>
        Rules.FirstOrDefault(rule => rule.Kind == kind) ?? throw new ArgumentException($"{kind} is no organisation of the Party.", nameof(kind));

    /// <summary>Why an organisation cannot stand there; none when it can.</summary>
    /// <param name="child">The organisation, founded already or about to be.</param>
    /// <param name="parent">The one above, or null where it is to stand alone.</param>
    public static IReadOnlyList<Refusal> CheckParent(PartyNode child, PartyNode? parent)
    {
        var rule = RuleOf(child.Kind);
        if (parent is null)
        {
            return rule.NeedsParent ? [new PartyOrganisationNeedsOneAbove()] : [];
        }

        List<Refusal> refusals = [];
        if (!rule.Parents.Contains(parent.Kind))
        {
            refusals.Add(new PartyOrganisationDoesNotStandThere());
        }
        else if (rule.LiesWithinParent && !parent.Path.Covers(child.Path))
        {
            refusals.Add(new PartyOrganisationLiesOutside());
        }

        return refusals;
    }

    /// <summary>Whether an organisation would come to stand below itself.</summary>
    /// <param name="child">The organisation to be moved.</param>
    /// <param name="newParent">Where it is to stand.</param>
    /// <param name="parentOf">The organisation above each.</param>
    public static bool WouldStandBelowItself(Guid child, Guid newParent, IReadOnlyDictionary<Guid, Guid?> parentOf)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = newParent; at is { } one && seen.Add(one); at = parentOf.GetValueOrDefault(one))
        {
            if (one == child)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why an organisation cannot be dissolved yet; none when it can.</summary>
    public static IReadOnlyList<Refusal> CheckDissolving(int members, int below, int posts)
    {
        List<Refusal> refusals = [];
        if (members > 0)
        {
            refusals.Add(new PartyMembersAreLeft(members));
        }

        if (below > 0)
        {
            refusals.Add(new PartyOrganisationsAreLeftBelow(below));
        }

        if (posts > 0)
        {
            refusals.Add(new PostsAreLeft(posts));
        }

        return refusals;
    }
}

/// <summary>An organisation of the Party as the tree sees it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its place.</param>
public sealed record PartyNode(OrganisationKind Kind, PlacePath Path);
