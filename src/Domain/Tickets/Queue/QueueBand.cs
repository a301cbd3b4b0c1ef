namespace Linli.Domain.Tickets.Queue;

/// <summary>How soon something is needed.</summary>
public enum QueueBand
{
    /// <summary>An emergency on which work has not ended.</summary>
    Emergency,

    /// <summary>Its time is over.</summary>
    Late,

    /// <summary>Due until the end of today.</summary>
    Today,

    /// <summary>Due later, or without a day.</summary>
    Later,
}
