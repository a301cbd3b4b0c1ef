namespace Linli.Domain.Registry;

/// <summary>Kinds of compounds, each governed in its own way (requirements A2; 中山路街道 counts 212, 412, 11 and 6 of the first four).</summary>
public enum CompoundType
{
    /// <summary>物业小区: served by a property company.</summary>
    PropertyManaged,

    /// <summary>三无小区: no property service, no managing unit, no guards.</summary>
    ThreeNo,

    /// <summary>安置房小区: relocated owners.</summary>
    Resettlement,

    /// <summary>商圈网格: a business-district grid.</summary>
    BusinessGrid,

    /// <summary>单体楼栋: one building on its own.</summary>
    SingleBuilding,

    /// <summary>园区: an enterprise park.</summary>
    EnterprisePark,
}
