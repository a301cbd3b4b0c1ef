namespace Linli.Web.Tickets.Mediation;

/// <summary>Marks the texts of mediation.</summary>
public sealed class MediationWords;
