namespace Linli.Domain.Tickets;

/// <summary>How pressing a ticket is; set by the first-asked person on acceptance (domain.md §5).</summary>
public enum Urgency
{
    /// <summary>Danger to life or property.</summary>
    Emergency,

    /// <summary>Water, power, gas or heat is out, and the like.</summary>
    Urgent,

    /// <summary>Everything that is neither pressing nor complex.</summary>
    Normal,

    /// <summary>Needs several parties, money or a decision.</summary>
    Complex,
}
