using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Registry.Documents;

/// <summary>A change of a version; carries the version of the row that was seen.</summary>
public abstract record DocumentInput : ChangeInput
{
    /// <summary>The state of things that was seen; empty: any.</summary>
    public uint? Version { get; set; }
}

/// <summary>The text of a draft.</summary>
public sealed record DraftInput : DocumentInput
{
    /// <summary>Plain text; articles begin with 第…条 or as 一、 in a list.</summary>
    public string? Text { get; set; }
}

/// <summary>Which articles fulfil the required clauses; what is left out stays as it is.</summary>
public sealed record MarksInput : DocumentInput
{
    public List<ClauseMark> Marks { get; set; } = [];
}

/// <summary>A clause and the position of the article that fulfils it; without one it counts as missing.</summary>
public sealed record ClauseMark
{
    public RequiredClause? Clause { get; set; }

    public int? Position { get; set; }
}

/// <summary>Until when owners and residents can comment.</summary>
public sealed record PublishInput : DocumentInput
{
    public DateOnly? CommentUntil { get; set; }
}

/// <summary>Why a version is given up.</summary>
public sealed record WithdrawInput : DocumentInput
{
    public string? Reason { get; set; }
}

/// <summary>The decision as the paper has it.</summary>
public sealed record AdoptInput : DocumentInput
{
    public DateOnly? DecidedOn { get; set; }

    public AdoptingBody? DecidedBy { get; set; }

    public string? Matter { get; set; }

    /// <summary>Area of all who may vote, in m².</summary>
    public string? AllArea { get; set; }

    /// <summary>Area of those who took part, in m².</summary>
    public string? PartArea { get; set; }

    /// <summary>Area in favour, in m².</summary>
    public string? ForArea { get; set; }

    public int? AllHeads { get; set; }

    public int? PartHeads { get; set; }

    public int? ForHeads { get; set; }

    /// <summary>First day in force.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Why no comments were asked for on the platform; needed when none were.</summary>
    public string? UncommentedReason { get; set; }

    /// <summary>Why it is adopted without the clauses that are missing; needed when some are.</summary>
    public string? MissingReason { get; set; }

    /// <summary>Id of the uploaded decision paper.</summary>
    public Guid? Paper { get; set; }

    /// <summary>Id of the uploaded signed text, if there is one.</summary>
    public Guid? Scan { get; set; }
}

/// <summary>Until when the version in force holds, and by which decision it ends.</summary>
public sealed record RepealInput : DocumentInput
{
    public DateOnly? LastDay { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The signed text of a version.</summary>
public sealed record ScanInput : DocumentInput
{
    /// <summary>Number of the version.</summary>
    public int? Number { get; set; }

    /// <summary>Id of the uploaded file.</summary>
    public Guid? Scan { get; set; }
}

/// <summary>What a household says of the version that is out for comments.</summary>
public sealed record CommentInput : ChangeInput
{
    /// <summary>Position of the article; empty: the whole.</summary>
    public int? Position { get; set; }

    public string? Text { get; set; }
}

/// <summary>The answer to a comment.</summary>
public sealed record AnswerInput : ChangeInput
{
    public Guid? CommentId { get; set; }

    public string? Answer { get; set; }

    /// <summary>Keep the comment's words from the public; the answer then says why.</summary>
    public bool Withheld { get; set; }
}
