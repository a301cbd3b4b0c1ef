using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Handling;

/// <summary>The texts of handling, with their rules. Lengths are chosen by design.</summary>
public static class HandlingTexts
{
    /// <summary>Why: 1 to 500 characters.</summary>
    public static readonly TextRule Why = TicketTexts.Reason;

    /// <summary>What a level is called for: 1 to 1,000 characters.</summary>
    public static readonly TextRule Matter = new("Matter", 1000, SeveralLines: true, new MatterIsMissing());

    /// <summary>What another organisation's part is: 1 to 1,000 characters.</summary>
    public static readonly TextRule Task = new("Task", 1000, SeveralLines: true, new TaskIsMissing());

    /// <summary>What the level called will do: 1 to 2,000 characters.</summary>
    public static readonly TextRule Answer = new("Answer", 2000, SeveralLines: true, new AnswerIsMissing());

    /// <summary>What is beside an answer, at most 500 characters, may be empty.</summary>
    public static readonly TextRule Remark = new("Reason", 500, SeveralLines: true, WhenMissing: null);
}
