namespace Linli.Web.Tickets.Finding;

/// <summary>Addresses of the pages of early finding.</summary>
public static class FindingLinks
{
    public const string Findings = "/findings";
    public const string Duplicates = "/findings/duplicates";
    public const string ThreeMany = "/findings/three-many";
}
