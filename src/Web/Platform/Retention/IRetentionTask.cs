namespace Linli.Web.Platform.Retention;

/// <summary>Applies one retention rule of the register to one kind of rows. A module registers one for each that it keeps.</summary>
internal interface IRetentionTask
{
    /// <summary>Code of the rule (Domain: RetentionRules).</summary>
    string Rule { get; }

    /// <summary>The table that it is about, for the log.</summary>
    string Subject { get; }

    /// <summary>How many rows are over their time.</summary>
    Task<long> CountOver(DateTimeOffset before, CancellationToken cancel);

    /// <summary>Deletes or de-identifies them; how many there were. What is open, and the audit trail, stays untouched.</summary>
    Task<long> Apply(DateTimeOffset before, DateTimeOffset now, CancellationToken cancel);
}
