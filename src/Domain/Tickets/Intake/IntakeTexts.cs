using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Intake;

/// <summary>Texts of taking in a report, with their rules. Lengths are chosen by design.</summary>
public static class IntakeTexts
{
    /// <summary>What a clerk looks for: a phone number, part of a name or of a dwelling's label.</summary>
    public static readonly TextRule Search = new("Search", 40, SeveralLines: false, WhenMissing: null);

    /// <summary>The caller's name as told: at most 50 characters, may be empty.</summary>
    public static readonly TextRule CallerName = new("CallerName", 50, SeveralLines: false, WhenMissing: null);

    /// <summary>The number of a work order of the hotline: at most 40 characters.</summary>
    public static readonly TextRule HotlineNumber = new("Number", 40, SeveralLines: false, new TextIsMissing("Number"));
}
