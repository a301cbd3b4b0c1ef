using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>Who sits in a body or group, counted.</summary>
/// <param name="Members">All members.</param>
/// <param name="Owners">Owners among them; null where all are.</param>
/// <param name="Head">Who presides; null where the members choose.</param>
public sealed record Composition(int Members, int? Owners, HeadFrom? Head)
{
    /// <summary>Why it cannot be an owners' committee here; empty when it can.</summary>
    /// <param name="rules">The rules of the place.</param>
    /// <param name="households">Households of the compound; null when not known.</param>
    public IEnumerable<Refusal> FaultsAsCommittee(LocalRules rules, int? households)
    {
        var isSmall = rules.Number(RuleKey.SmallCompoundHouseholds) is { } most && households <= most;
        var least = isSmall ? rules.Number(RuleKey.SmallCompoundSize) : rules.Number(RuleKey.CommitteeSizeLeast);
        return SizeFaults(least, rules.Number(RuleKey.CommitteeSizeMost), rules.IsSo(RuleKey.CommitteeSizeOdd));
    }

    /// <summary>Why it cannot be a preparatory or re-election group here.</summary>
    public IEnumerable<Refusal> FaultsAsGroup(LocalRules rules) =>
    [
        .. SizeFaults(rules.Number(RuleKey.PreparatorySizeLeast), null, rules.IsSo(RuleKey.PreparatorySizeOdd)),
        .. OwnersFaults(rules.Share(RuleKey.PreparatoryOwners)),
    ];

    /// <summary>Why it cannot be a property management committee 物管会 here.</summary>
    public IEnumerable<Refusal> FaultsAsInterim(LocalRules rules)
    {
        foreach (var fault in SizeFaults(
            rules.Number(RuleKey.InterimSizeLeast), rules.Number(RuleKey.InterimSizeMost), rules.IsSo(RuleKey.InterimSizeOdd)))
        {
            yield return fault;
        }

        foreach (var fault in OwnersFaults(rules.Share(RuleKey.InterimOwners)))
        {
            yield return fault;
        }

        if (rules.Of(RuleKey.InterimHead).Value is ChoiceValue { Name: var head } && Head?.ToString() != head)
        {
            yield return new HeadComesFromElsewhere(head);
        }
    }

    private IEnumerable<Refusal> SizeFaults(int? least, int? most, bool odd)
    {
        if (Members < (least ?? 1) || Members > (most ?? int.MaxValue))
        {
            yield return new MembersAreTooFewOrTooMany(least ?? 1, most);
        }

        if (odd && Members % 2 == 0)
        {
            yield return new MembersAreNotOdd();
        }
    }

    private IEnumerable<Refusal> OwnersFaults(ShareValue? share)
    {
        if (Owners > Members)
        {
            yield return new OwnersExceedMembers();
        }
        else if (share is not null && !share.IsReachedBy(Owners ?? Members, Members))
        {
            yield return new OwnersAreTooFew(share.Numerator, share.Denominator);
        }
    }
}
