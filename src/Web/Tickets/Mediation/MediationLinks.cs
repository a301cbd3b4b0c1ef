namespace Linli.Web.Tickets.Mediation;

/// <summary>Addresses of mediation; they carry ids alone.</summary>
internal static class MediationLinks
{
    public const string Mine = "/mediation";
    public const string Desk = "/mediation/desk";

    public static string OfParty(Guid id) => $"/mediation/mine/{id}";

    public static string OfMediator(Guid id) => $"/mediation/cases/{id}";
}
