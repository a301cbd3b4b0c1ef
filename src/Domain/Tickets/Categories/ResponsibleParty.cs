namespace Linli.Domain.Tickets.Categories;

/// <summary>Who has to see to a matter. First-asked responsibility (首问负责) is another thing: whoever hears of it registers and follows it.</summary>
public enum ResponsibleParty
{
    /// <summary>物业服务企业.</summary>
    PropertyCompany,

    /// <summary>业主委员会 or what stands in for it.</summary>
    OwnersCommittee,

    /// <summary>社区.</summary>
    Community,

    /// <summary>小区党支部.</summary>
    PartyBranch,

    /// <summary>专业单位: water, power, gas, lift maintenance.</summary>
    SpecialisedProvider,

    /// <summary>政府部门.</summary>
    GovernmentDepartment,
}
