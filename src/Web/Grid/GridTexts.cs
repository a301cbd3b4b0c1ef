namespace Linli.Web.Grid;

/// <summary>Marks the resources of this module.</summary>
public sealed class GridTexts;
