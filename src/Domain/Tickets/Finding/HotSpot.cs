namespace Linli.Domain.Tickets.Finding;

/// <summary>A report as hot spots count it.</summary>
/// <param name="Building">The building; null in the common area.</param>
/// <param name="Category">Code of the first level.</param>
/// <param name="Week">Monday of the week in which it came.</param>
/// <param name="Reporter">Who reported; one person counts once in a place and week.</param>
/// <param name="IsSealed">A dispute, or a matter in mediation: counted for the whole compound alone.</param>
public readonly record struct CountedReport(Guid? Building, string Category, DateOnly Week, Guid Reporter, bool IsSealed);

/// <summary>What is compared: a building or the whole compound, a category or all of them.</summary>
/// <param name="Building">Null is the whole compound.</param>
/// <param name="Category">Null is all categories.</param>
public readonly record struct Spot(Guid? Building, string? Category);

/// <summary>A place where more people reported than its own past lets expect, with the numbers behind it.</summary>
/// <param name="Spot">What it is.</param>
/// <param name="Reporters">People in the week.</param>
/// <param name="PastReporters">People of the weeks before, added up week by week.</param>
/// <param name="PastWeeks">How many weeks before.</param>
/// <param name="Size">Spread of the past as a negative binomial; null is Poisson.</param>
/// <param name="Chance">Chance of so many, or more, when nothing changed.</param>
/// <param name="Corrected">The same after correction for all that was compared (Holm); at most the share of false alarms.</param>
public sealed record HotSpot(Spot Spot, int Reporters, int PastReporters, int PastWeeks, double? Size, double Chance, double Corrected);

/// <summary>What the look at a compound's week found.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="PastWeeks">Weeks of past that there are, at most as many as the rule looks at.</param>
/// <param name="Reporters">People who reported in the week.</param>
/// <param name="Compared">How many places were compared; nought where the past is too short.</param>
/// <param name="Spots">The hot spots, the least likely first.</param>
public sealed record WeekFound(DateOnly Week, int PastWeeks, int Reporters, int Compared, IReadOnlyList<HotSpot> Spots);
