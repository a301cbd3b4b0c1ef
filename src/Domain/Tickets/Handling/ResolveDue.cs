namespace Linli.Domain.Tickets.Handling;

/// <summary>More time that somebody else has granted.</summary>
/// <param name="By">How much more.</param>
/// <param name="CountsFrom">From when it counts where the time was over already, as after a reopening; null counts from the due moment as it then stood.</param>
public readonly record struct GrantedExtension(Limit By, DateTimeOffset? CountsFrom);

/// <summary>
/// When a result is due after pauses and extensions. Reopening moves nothing: of a ticket's story only pauses hold the clock
/// (rules of the rates data), and used time stays used.
/// </summary>
public static class ResolveDue
{
    /// <summary>The due moment, or null while a running pause holds the clock.</summary>
    /// <param name="clock">The clock of the profile under which the ticket was received.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="limit">How long its result may take.</param>
    /// <param name="pauses">Its pauses in any order.</param>
    /// <param name="extensions">What was granted, in the order of granting.</param>
    public static DateTimeOffset? Of(
        DeadlineClock clock, DateTimeOffset receivedAt, Limit limit, IReadOnlyCollection<Pause> pauses, IReadOnlyCollection<GrantedExtension> extensions)
    {
        var due = clock.Due(receivedAt, limit, pauses);
        foreach (var extension in extensions)
        {
            if (due is not { } soFar)
            {
                return null;
            }

            due = clock.Due(extension.CountsFrom ?? LastMomentOf(soFar), extension.By, pauses);
        }

        return due;
    }

    // The end of a day belongs to that day: one day more after 24:00 of Monday ends at 24:00 of Tuesday.
    private static DateTimeOffset LastMomentOf(DateTimeOffset due) => due.AddTicks(-1);
}
