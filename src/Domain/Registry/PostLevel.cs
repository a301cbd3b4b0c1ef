namespace Linli.Domain.Registry;

/// <summary>The level of the bodies that a kind of post belongs to, lowest first. Who fills posts with guarded powers is judged by it.</summary>
public enum PostLevel
{
    /// <summary>A compound, what serves it, and whatever stands below it.</summary>
    Compound = 1,

    /// <summary>社区, 村.</summary>
    Community = 2,

    /// <summary>街道.</summary>
    Subdistrict = 3,

    /// <summary>区县, its departments.</summary>
    District = 4,

    /// <summary>Whoever runs the installation.</summary>
    Platform = 5,
}
