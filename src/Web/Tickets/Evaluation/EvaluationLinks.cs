namespace Linli.Web.Tickets.Evaluation;

/// <summary>Addresses of the pages of evaluation.</summary>
public static class EvaluationLinks
{
    public const string Rates = "/rates";
    public const string Visits = "/visits";
    public const string Exclusions = "/exclusions";

    public static string Exclusion(string number) => $"/tickets/{number}/exclusion";

    public static string Visit(Guid id) => $"/visits/{id}";
}
