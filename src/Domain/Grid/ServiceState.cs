using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>Where a service record stands. Only confirmed minutes count.</summary>
public enum ServiceState
{
    /// <summary>Waits for another person's word.</summary>
    Recorded,

    /// <summary>Confirmed; counts.</summary>
    Confirmed,

    /// <summary>Not accepted; does not count.</summary>
    Refused,

    /// <summary>Corrected by a later record, which waits for confirmation anew; does not count.</summary>
    Replaced,
}

/// <summary>What may become of a service record.</summary>
public static class ServiceRules
{
    /// <summary>Whether the record takes up its time: while it waits and when it counts.</summary>
    public static bool TakesTime(this ServiceState state) => state is ServiceState.Recorded or ServiceState.Confirmed;

    /// <summary>The state after somebody's decision, or why there is none: nobody decides on an own service or own record, and only once.</summary>
    public static Outcome<ServiceState> Decide(ServiceState state, Guid servedBy, Guid recordedBy, Guid decider, bool accept) =>
        state != ServiceState.Recorded ? new ServiceIsDecided()
        : decider == servedBy || decider == recordedBy ? new NobodyConfirmsOwnService()
        : accept ? ServiceState.Confirmed
        : ServiceState.Refused;

    /// <summary>Whether a record may be corrected: while it takes up time. The correction waits for confirmation anew.</summary>
    public static Outcome<Done> Correct(ServiceState state) => state.TakesTime() ? Done.It : new ServiceIsDecided();
}
