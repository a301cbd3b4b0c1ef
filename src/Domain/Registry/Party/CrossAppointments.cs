namespace Linli.Domain.Registry.Party;

/// <summary>On whose side an organisation stands when it is asked who enters whose body.</summary>
public enum BodySide
{
    /// <summary>党组织.</summary>
    Party,

    /// <summary>居民自治: committees of owners, residents and villagers.</summary>
    SelfGovernment,

    /// <summary>物业服务企业.</summary>
    Company,

    /// <summary>协会、联盟.</summary>
    Association,

    /// <summary>Offices and others.</summary>
    Other,
}

/// <summary>What is recognised in who sits where (requirement A4).</summary>
public enum CrossPattern
{
    /// <summary>交叉任职: posts on more than one side.</summary>
    CrossAppointment,

    /// <summary>一肩挑: heads a Party organisation and a committee of owners, residents or villagers.</summary>
    ConcurrentHeadship,

    /// <summary>四合一: heads the governance branch, the environment-and-property committee and both associations.</summary>
    FourInOne,
}

/// <summary>That a person sits in an organisation.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Kind">Kind of the organisation.</param>
/// <param name="IsHead">Whether the post heads it.</param>
/// <param name="IsPost">A post; false for a Party membership alone.</param>
public sealed record Seat(Guid PersonId, OrganisationKind Kind, bool IsHead, bool IsPost);

/// <summary>Recognises 交叉任职、一肩挑、四合一 and 双向进入 by the stated rules; domain.md §7.</summary>
public static class CrossAppointments
{
    private static readonly OrganisationKind[] Committees =
    [
        OrganisationKind.OwnersCommittee, OrganisationKind.SelfGovernmentCommittee, OrganisationKind.ResidentsCommittee, OrganisationKind.VillageCommittee,
    ];

    // A group or a household of members is a part of a branch: leading it is no secretary's post.
    private static readonly OrganisationKind[] Parts = [OrganisationKind.BlockGroup, OrganisationKind.MemberHousehold];

    private static readonly OrganisationKind[] Four =
    [
        OrganisationKind.GovernanceBranch, OrganisationKind.EnvironmentAndPropertyCommittee,
        OrganisationKind.CommitteeAssociation, OrganisationKind.CompanyAssociation,
    ];

    /// <summary>Whose side an organisation is on.</summary>
    public static BodySide SideOf(OrganisationKind kind) => kind switch
    {
        _ when kind.IsOfTheParty() => BodySide.Party,
        _ when Committees.Contains(kind) || kind == OrganisationKind.EnvironmentAndPropertyCommittee => BodySide.SelfGovernment,
        OrganisationKind.PropertyCompany => BodySide.Company,
        OrganisationKind.CommitteeAssociation or OrganisationKind.CompanyAssociation or OrganisationKind.Alliance => BodySide.Association,
        _ => BodySide.Other,
    };

    /// <summary>What one person's seats amount to; the strongest comes first.</summary>
    public static IReadOnlyList<CrossPattern> Of(IReadOnlyCollection<Seat> seatsOfOne)
    {
        var heads = seatsOfOne.Where(seat => seat.IsHead && seat.IsPost).Select(seat => seat.Kind).ToHashSet();
        List<CrossPattern> found = [];
        if (Four.All(heads.Contains))
        {
            found.Add(CrossPattern.FourInOne);
        }

        if (heads.Any(kind => kind.IsOfTheParty() && !Parts.Contains(kind)) && heads.Any(Committees.Contains))
        {
            found.Add(CrossPattern.ConcurrentHeadship);
        }

        if (seatsOfOne.Where(seat => seat.IsPost).Select(seat => SideOf(seat.Kind)).Where(side => side != BodySide.Other).Distinct().Count() > 1)
        {
            found.Add(CrossPattern.CrossAppointment);
        }

        return found;
    }

    /// <summary>
    /// 双向进入: somebody of a Party organisation sits in a committee of the owners or residents, and somebody of the company
    /// belongs to a Party organisation. Both ways are needed.
    /// </summary>
    public static bool IsTwoWay(IEnumerable<Seat> seats)
    {
        var sides = seats.GroupBy(seat => seat.PersonId).Select(one => one.Select(seat => SideOf(seat.Kind)).ToHashSet()).ToArray();
        return sides.Any(one => one.Contains(BodySide.Party) && one.Contains(BodySide.SelfGovernment))
            && sides.Any(one => one.Contains(BodySide.Party) && one.Contains(BodySide.Company));
    }
}
