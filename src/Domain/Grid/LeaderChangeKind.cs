namespace Linli.Domain.Grid;

/// <summary>What can be changed of a captain or grid leader while in post.</summary>
public enum LeaderChangeKind
{
    /// <summary>The number that households are told.</summary>
    Phone,

    /// <summary>The last day of the term.</summary>
    Term,
}
