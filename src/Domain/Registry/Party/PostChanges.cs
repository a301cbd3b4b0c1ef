namespace Linli.Domain.Registry.Party;

/// <summary>How a post was come by (requirement A4).</summary>
public enum PostBeginning
{
    /// <summary>任命.</summary>
    Appointed,

    /// <summary>选举.</summary>
    Elected,

    /// <summary>聘任: by contract of employment.</summary>
    Engaged,

    /// <summary>连任: again after a term.</summary>
    Reappointed,
}

/// <summary>How a post ended before its term was over; a term that runs out needs no act.</summary>
public enum PostEnding
{
    /// <summary>辞职.</summary>
    Resigned,

    /// <summary>罢免: by those who elected.</summary>
    Recalled,

    /// <summary>免职: by those who appointed.</summary>
    Removed,

    /// <summary>调离、搬离.</summary>
    MovedAway,

    /// <summary>机构撤销、合并.</summary>
    OrganisationEnded,
}
