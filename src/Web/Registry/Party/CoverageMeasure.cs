namespace Linli.Web.Registry.Party;

/// <summary>What is covered by the Party's organisations, each as a part of a whole (requirement A3).</summary>
public enum CoverageMeasure
{
    /// <summary>Cities with a Party organisation of the industry.</summary>
    Cities,

    /// <summary>Districts with one.</summary>
    Districts,

    /// <summary>Subdistricts with a joint work committee.</summary>
    Subdistricts,

    /// <summary>Communities with a joint Party committee.</summary>
    Communities,

    /// <summary>Compounds with a Party organisation.</summary>
    Compounds,

    /// <summary>Property companies with one.</summary>
    Companies,

    /// <summary>Owners' committees with one.</summary>
    Committees,

    /// <summary>Buildings with a Party group.</summary>
    Buildings,

    /// <summary>Dwellings in which a member owns or lives.</summary>
    Units,
}

/// <summary>The whole of every measure in SQL: one row a thing and place that it counts at, and whether it is covered.</summary>
internal static class CoverageSql
{
    /// <summary>Columns id, name, code, path, covered. Takes the day as @today.</summary>
    public static string Of(CoverageMeasure measure) => measure switch
    {
        CoverageMeasure.Cities => Places("City", HasHere("'IndustryPartyCommittee', 'IndustryGeneralBranch'")),
        CoverageMeasure.Districts => Places("District", HasHere("'IndustryPartyCommittee', 'IndustryGeneralBranch'")),
        CoverageMeasure.Subdistricts => Places("Subdistrict", HasHere("'SubdistrictJointWorkCommittee'")),
        CoverageMeasure.Communities => Places("Community", HasHere("'CommunityJointPartyCommittee'")),
        CoverageMeasure.Compounds => Places("Compound", HasBelow("'GridBranch', 'FunctionalBranch', 'CourtyardGeneralBranch', 'JointBranch'")),
        CoverageMeasure.Buildings => Places("Building", HasBelow("'BlockGroup'")),
        CoverageMeasure.Companies => Companies,
        CoverageMeasure.Committees => Committees,
        CoverageMeasure.Units => Units,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private static string Places(string kind, string covered) =>
        $"select p.id, p.name, p.code, p.path, {covered} as covered from registry.places p where p.kind = '{kind}'";

    private static string HasHere(string kinds) =>
        $"exists (select from registry.organisations o where o.place_id = p.id and registry.not_over(o.ended_on, @today) and o.kind in ({kinds}))";

    // A subtree is a range of paths: from "…/" up to before "…0", the sign after the slash.
    private static string HasBelow(string kinds) => $"""
        exists (select from registry.organisations o join registry.places at on at.id = o.place_id
                 where registry.not_over(o.ended_on, @today) and o.kind in ({kinds}) and at.path >= p.path and at.path < left(p.path, -1) || '0')
        """;

    // A company counts where it has its seat and wherever it serves.
    private const string Companies = """
        select c.id, c.name, c.id::text as code, at.path,
               exists (select from registry.organisations o where o.of_organisation_id = c.id and registry.not_over(o.ended_on, @today) and o.kind = 'CompanyBranch') as covered
          from registry.organisations c
          join lateral (select c.place_id as id union select s.compound_id from registry.services s
                         where s.organisation_id = c.id and registry.not_over(s.ends_on, @today)) where_ on true
          join registry.places at on at.id = where_.id
         where c.kind = 'PropertyCompany' and registry.not_over(c.ended_on, @today)
        """;

    private const string Committees = """
        select c.id, c.name, c.id::text as code, at.path,
               exists (select from registry.organisations o where o.of_organisation_id = c.id and registry.not_over(o.ended_on, @today) and o.kind = 'CommitteeBranch') as covered
          from registry.organisations c join registry.places at on at.id = c.place_id
         where c.kind = 'OwnersCommittee' and registry.not_over(c.ended_on, @today)
        """;

    private const string Units = """
        select u.id, u.label as name, u.code, at.path,
               exists (select from registry.ownerships w join registry.people p on p.id = w.person_id
                        where w.unit_id = u.id and registry.is_known_member(p.id, @today) and registry.holds(w.since, w.until, @today))
               or exists (select from registry.residencies r join registry.people p on p.id = r.person_id
                           where r.unit_id = u.id and registry.is_known_member(p.id, @today) and registry.holds(r.since, r.until, @today)) as covered
          from registry.units u join registry.places at on at.id = u.place_id
         where u.kind = 'Dwelling'
        """;
}
