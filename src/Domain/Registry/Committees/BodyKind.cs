namespace Linli.Domain.Registry.Committees;

/// <summary>The bodies by which owners govern a compound (domain.md §§1.6, 1.7, 10).</summary>
public enum BodyKind
{
    /// <summary>业主委员会.</summary>
    OwnersCommittee,

    /// <summary>物业管理委员会（物管会）, where there is no committee yet or any more.</summary>
    InterimCommittee,

    /// <summary>物业管理小组 of a single block: hygiene and basic upkeep, nothing more.</summary>
    Subgroup,

    /// <summary>自治委员会 of a courtyard, with its 邻里公约.</summary>
    SelfGovernment,
}

/// <summary>Who presides over a body that is not elected by the owners alone.</summary>
public enum HeadFrom
{
    /// <summary>A representative of the residents' committee.</summary>
    ResidentsCommittee,

    /// <summary>A representative of the subdistrict office.</summary>
    Subdistrict,

    /// <summary>An owner.</summary>
    Owner,
}

/// <summary>What an outgoing committee hands over.</summary>
[Flags]
public enum HandoverItems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>印章.</summary>
    Seal = 1,

    /// <summary>文件资料: minutes, contracts, owners' roll, rules.</summary>
    Documents = 2,

    /// <summary>账目: public revenue, allowances, bank accounts.</summary>
    Accounts = 4,

    /// <summary>The whole list.</summary>
    All = Seal | Documents | Accounts,
}
