using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>The texts that acts on a ticket carry, with their rules. Lengths are chosen by design.</summary>
public static class TicketTexts
{
    /// <summary>What the matter is: 1 to 2,000 characters, several lines.</summary>
    public static readonly TextRule Description = new("Description", 2000, SeveralLines: true, new DescriptionIsMissing());

    /// <summary>Where it is, in the reporter's words: at most 100 characters, may be empty.</summary>
    public static readonly TextRule Place = new("Place", 100, SeveralLines: false, WhenMissing: null);

    /// <summary>Why it is reopened or given to another worker: 1 to 500 characters.</summary>
    public static readonly TextRule Reason = new("Reason", 500, SeveralLines: true, new ReasonIsMissing());

    /// <summary>What was done: 1 to 2,000 characters.</summary>
    public static readonly TextRule Result = new("Result", 2000, SeveralLines: true, new ResultIsMissing());

    /// <summary>What the reporter adds: 1 to 1,000 characters.</summary>
    public static readonly TextRule Note = new("Note", 1000, SeveralLines: true, new NoteIsMissing());

    /// <summary>What the worker notes on a contact: at most 500 characters, may be empty.</summary>
    public static readonly TextRule ContactNote = new("Note", 500, SeveralLines: true, WhenMissing: null);

    /// <summary>What the reporter says beside the rating: at most 500 characters, may be empty.</summary>
    public static readonly TextRule Comment = new("Comment", 500, SeveralLines: true, WhenMissing: null);
}
