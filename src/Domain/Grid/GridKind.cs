namespace Linli.Domain.Grid;

/// <summary>The four kinds of grids: three levels and the special grid beside them (domain.md §6, Chengdu "3+1").</summary>
public enum GridKind
{
    /// <summary>总网格: a whole community; headed by its Party secretary.</summary>
    General,

    /// <summary>一般网格: a part of a community with full-time grid staff.</summary>
    Standard,

    /// <summary>微网格: some dozens of households; headed by a neighbour.</summary>
    Micro,

    /// <summary>专属网格: a business district, a park, a market, a school, a site.</summary>
    Special,
}
