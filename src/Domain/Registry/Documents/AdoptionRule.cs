using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Documents;

/// <summary>Who decides on a document. Stored by name.</summary>
public enum AdoptingBody
{
    /// <summary>业主大会.</summary>
    OwnersAssembly,

    /// <summary>业主委员会.</summary>
    OwnersCommittee,

    /// <summary>居民会议（院坝会）.</summary>
    ResidentsMeeting,

    /// <summary>街道办事处.</summary>
    Subdistrict,
}

/// <summary>What a decision needs in order to stand.</summary>
/// <param name="ByArea">Whether it is counted by area too, beside heads (Civil Code 278).</param>
/// <param name="Participation">Share of all that has to take part.</param>
/// <param name="Approval">Share that has to be in favour.</param>
/// <param name="ApprovalOfAll">Whether the approval is a share of all; otherwise of those who took part.</param>
public sealed record VoteThreshold(bool ByArea, ShareValue Participation, ShareValue Approval, bool ApprovalOfAll);

/// <summary>That a body adopts a kind of document, and how.</summary>
/// <param name="Body">The body.</param>
/// <param name="Threshold">What its decision needs; null where no vote is taken.</param>
/// <param name="CommentDays">Days for comments before the decision, at least; 0 without.</param>
/// <param name="Source">Where it comes from, and how far that was checked.</param>
public sealed record AdoptionRule(AdoptingBody Body, VoteThreshold? Threshold, int CommentDays, RuleSource Source);
