namespace Linli.Web.Tickets.Intake;

/// <summary>Who took a report for somebody else.</summary>
/// <param name="Clerk">Whoever registers it.</param>
/// <param name="ClerkName">As it stands in the timeline.</param>
/// <param name="ToldPerson">The registered reporter, who hears that it was registered; null for an unknown caller.</param>
internal sealed record TakenFor(Guid Clerk, string ClerkName, Guid? ToldPerson);
