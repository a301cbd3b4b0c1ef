namespace Linli.Web.Tickets.Queue.Batch;

/// <summary>What came of one ticket of a batch.</summary>
public enum BatchResult
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The same request had done it before.</summary>
    DoneBefore,

    /// <summary>Refused; it is said why.</summary>
    Refused,

    /// <summary>Somebody else changed it meanwhile; nothing was done to it.</summary>
    ChangedMeanwhile,
}

/// <summary>One ticket of a batch.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Refusals">Names of the refusals.</param>
/// <param name="Why">The refusals in the reader's language.</param>
public sealed record BatchLine(string Number, BatchResult Result, IReadOnlyList<string> Refusals, IReadOnlyList<string> Why);

/// <summary>What came of a batch, ticket by ticket.</summary>
public sealed record BatchReport(IReadOnlyList<BatchLine> Lines)
{
    public int Done => Lines.Count(line => line.Result is BatchResult.Done or BatchResult.DoneBefore);
}
