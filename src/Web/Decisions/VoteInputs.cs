using Linli.Domain.Decisions;
using Linli.Web.Decisions.Store;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Decisions;

/// <summary>A question as it is written.</summary>
public sealed record QuestionInput
{
    /// <summary>Code of the matter, M1 to M9 or one of the place.</summary>
    public string? Matter { get; set; }

    /// <summary>What is asked.</summary>
    public string? Title { get; set; }

    /// <summary>What it means, plainly.</summary>
    public string? Text { get; set; }

    /// <summary>In yuan; empty without one.</summary>
    public string? Amount { get; set; }
}

/// <summary>A vote as it is prepared. Times are those of China.</summary>
public sealed record VoteInput : ChangeInput
{
    public string? Title { get; set; }

    public string? Background { get; set; }

    public DateTime? OpensAt { get; set; }

    public DateTime? ClosesAt { get; set; }

    public bool CountParking { get; set; }

    public NonReturnPolicy? NonReturn { get; set; }

    public List<QuestionInput> Questions { get; set; } = [];

    /// <summary>The state of things that was seen; empty: any.</summary>
    public uint? Version { get; set; }
}

/// <summary>A step of a vote.</summary>
public sealed record VoteStepInput : ChangeInput
{
    public DecisionAct? Act { get; set; }

    /// <summary>Opinion, reason or notice; some acts ask for it.</summary>
    public string? Words { get; set; }

    public uint? Version { get; set; }
}

/// <summary>An objection to a published result.</summary>
public sealed record ObjectionInput : ChangeInput
{
    public string? Words { get; set; }
}

/// <summary>An owner's ballot.</summary>
public sealed record BallotInput : ChangeInput
{
    /// <summary>For, Against or Abstain for each question, in their order.</summary>
    public List<Choice?> Choices { get; set => field = value ?? []; } = [];

    /// <summary>Of a unit with several owners: that they have named the one who votes.</summary>
    public bool Declared { get; set; }
}

/// <summary>A paper as a clerk reads it.</summary>
public sealed record PaperInput : ChangeInput
{
    /// <summary>Code of the unit, as printed on the sheet.</summary>
    public string? Unit { get; set; }

    /// <summary>Paper, Proxy or OnSite.</summary>
    public BallotChannel? Channel { get; set; }

    /// <summary>Id of the owner who signed, or who gave the authority.</summary>
    public string? CastBy { get; set; }

    /// <summary>Name of the proxy as the authority says it.</summary>
    public string? Proxy { get; set; }

    public bool IsSigned { get; set; }

    /// <summary>When the paper came in, time of China.</summary>
    public DateTime? ReceivedAt { get; set; }

    /// <summary>For, Against, Abstain, Invalid or Blank for each question.</summary>
    public List<Choice?> Choices { get; set => field = value ?? []; } = [];
}

/// <summary>Proof that ballots were delivered.</summary>
public sealed record DeliveryInput : ChangeInput
{
    /// <summary>Codes of units, separated by blanks or lines.</summary>
    public string? Units { get; set; }

    public DeliveryMethod? Method { get; set; }

    public DateOnly? DeliveredOn { get; set; }

    /// <summary>Number of the receipt, names of the witnesses.</summary>
    public string? Proof { get; set; }
}

/// <summary>A look at a single ballot.</summary>
public sealed record LookInput : ChangeInput
{
    public string? Unit { get; set; }

    public string? Reason { get; set; }
}
