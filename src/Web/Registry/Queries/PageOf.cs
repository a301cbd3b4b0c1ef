namespace Linli.Web.Registry.Queries;

/// <summary>One page of a list.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total, int Page, int Pages);
