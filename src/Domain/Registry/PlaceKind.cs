namespace Linli.Domain.Registry;

/// <summary>The levels of the tree from province to entrance (requirements A1). Units hang below a building or an entrance.</summary>
public enum PlaceKind
{
    /// <summary>The root, which holds everything: 全国.</summary>
    Country = 0,

    /// <summary>省、直辖市、自治区.</summary>
    Province = 1,

    /// <summary>市、州; for municipalities the grouping "市辖区".</summary>
    City = 2,

    /// <summary>区、县.</summary>
    District = 3,

    /// <summary>街道、乡、镇.</summary>
    Subdistrict = 4,

    /// <summary>社区、村.</summary>
    Community = 5,

    /// <summary>小区.</summary>
    Compound = 6,

    /// <summary>楼栋.</summary>
    Building = 7,

    /// <summary>单元.</summary>
    Entrance = 8,
}
