using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>Several tickets, and what is to be done with each of them.</summary>
public sealed record BatchInput : ChangeInput
{
    public BatchAct? Act { get; set; }

    public IReadOnlyList<BatchTicket> Tickets { get; set; } = [];

    /// <summary>Who is given them.</summary>
    public Guid? Handler { get; set; }

    /// <summary>Why those that another one has are given to this worker.</summary>
    public string? Reason { get; set; }

    /// <summary>The note or the result; names in braces are filled for each ticket, as in a template.</summary>
    public string? Words { get; set; }
}

/// <summary>One of them.</summary>
public sealed record BatchTicket
{
    public required string Number { get; set; }

    /// <summary>The version that the caller saw; when it no longer stands, this one is left as it is.</summary>
    public uint? Version { get; set; }

    /// <summary>As a box to tick carries it.</summary>
    internal static BatchTicket? Read(string? text) =>
        text?.Split(':') is [{ Length: > 0 and <= 40 } number, var version] && !number.Contains('\0', StringComparison.Ordinal) && uint.TryParse(version, System.Globalization.CultureInfo.InvariantCulture, out var seen)
            ? new() { Number = number, Version = seen }
            : null;

    internal static string Write(string number, uint version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}:{version}");
}
