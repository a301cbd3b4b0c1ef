using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>One row of the table: in this state this act leads there. A state of null is before there is a version.</summary>
public readonly record struct DocumentRow(DocumentState? From, DocumentAct Act, DocumentState To);

/// <summary>Which act is open in which state of a version. What is not in the table is refused.</summary>
public static class DocumentFlow
{
    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<DocumentRow> Table =
    [
        new(null, DocumentAct.Draft, DocumentState.Draft),

        new(DocumentState.Draft, DocumentAct.Revise, DocumentState.Draft),
        new(DocumentState.Draft, DocumentAct.MarkClauses, DocumentState.Draft),
        new(DocumentState.Draft, DocumentAct.Publish, DocumentState.PublishedForComment),
        new(DocumentState.Draft, DocumentAct.Adopt, DocumentState.Adopted),
        new(DocumentState.Draft, DocumentAct.Withdraw, DocumentState.Withdrawn),

        new(DocumentState.PublishedForComment, DocumentAct.MarkClauses, DocumentState.PublishedForComment),
        new(DocumentState.PublishedForComment, DocumentAct.Comment, DocumentState.PublishedForComment),
        new(DocumentState.PublishedForComment, DocumentAct.AnswerComment, DocumentState.PublishedForComment),
        new(DocumentState.PublishedForComment, DocumentAct.Adopt, DocumentState.Adopted),
        new(DocumentState.PublishedForComment, DocumentAct.Withdraw, DocumentState.Withdrawn),

        new(DocumentState.Adopted, DocumentAct.AnswerComment, DocumentState.Adopted),
        new(DocumentState.Adopted, DocumentAct.AttachScan, DocumentState.Adopted),
        new(DocumentState.Adopted, DocumentAct.EnterIntoForce, DocumentState.InForce),
        new(DocumentState.Adopted, DocumentAct.Withdraw, DocumentState.Withdrawn),

        new(DocumentState.InForce, DocumentAct.AnswerComment, DocumentState.InForce),
        new(DocumentState.InForce, DocumentAct.AttachScan, DocumentState.InForce),
        new(DocumentState.InForce, DocumentAct.Supersede, DocumentState.Superseded),
        new(DocumentState.InForce, DocumentAct.Repeal, DocumentState.Repealed),

        new(DocumentState.Superseded, DocumentAct.AttachScan, DocumentState.Superseded),
        new(DocumentState.Repealed, DocumentAct.AttachScan, DocumentState.Repealed),
    ];

    /// <summary>States in which a version is on its way into force; a compound has one such version of a kind at most.</summary>
    public static readonly IReadOnlyList<DocumentState> UnderWay = [DocumentState.Draft, DocumentState.PublishedForComment, DocumentState.Adopted];

    /// <summary>States in which everybody may read the text.</summary>
    public static readonly IReadOnlyList<DocumentState> Public =
        [DocumentState.PublishedForComment, DocumentState.Adopted, DocumentState.InForce, DocumentState.Superseded, DocumentState.Repealed];

    /// <summary>The state after the act, or why it is refused.</summary>
    public static Outcome<DocumentState> Decide(DocumentState? state, DocumentAct act) =>
        Table.Where(row => row.From == state && row.Act == act).ToArray() is [var row]
            ? row.To
            : state is { } there ? new DocumentActIsNotOpen(act, there) : new DocumentIsNotThereYet();

    /// <summary>Whether the act is open in the state.</summary>
    public static bool IsOpen(DocumentState? state, DocumentAct act) => !Decide(state, act).IsRefused;
}

/// <summary>The act does not follow from where the version stands.</summary>
/// <param name="Act">The act.</param>
/// <param name="State">Where it stands.</param>
public sealed record DocumentActIsNotOpen(DocumentAct Act, DocumentState State) : Refusal;

/// <summary>There is no version that this could be done with.</summary>
public sealed record DocumentIsNotThereYet : Refusal;
