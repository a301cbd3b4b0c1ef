using Linli.Domain.Tickets;
using Linli.Domain.Kernel;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>The texts of exclusions, with their rules.</summary>
internal static class EvaluationTextRules
{
    /// <summary>What speaks for the exclusion: 1 to 500 characters.</summary>
    public static readonly TextRule Grounds = new("Note", 500, SeveralLines: true, new NoteIsMissing());
}
