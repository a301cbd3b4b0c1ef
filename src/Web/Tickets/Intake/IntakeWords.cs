namespace Linli.Web.Tickets.Intake;

/// <summary>Marks the texts of the ways in.</summary>
internal sealed class IntakeWords;
