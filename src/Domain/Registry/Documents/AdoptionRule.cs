using Linli.Domain.Kernel;

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

/// <summary>A share of a whole, exact.</summary>
/// <param name="Numerator">1 or more.</param>
/// <param name="Denominator">Not smaller than the numerator.</param>
/// <param name="Strict">超过: the share itself is not enough; otherwise 以上, which includes it (Civil Code 1259).</param>
public sealed record VoteShare(int Numerator, int Denominator, bool Strict)
{
    /// <summary>Whether part of whole reaches the share; of nothing nothing is reached. Never rounds.</summary>
    public bool IsReachedBy(long part, long whole)
    {
        var (left, right) = ((Int128)part * Denominator, (Int128)whole * Numerator);
        return whole > 0 && (Strict ? left > right : left >= right);
    }
}

/// <summary>What a decision needs in order to stand.</summary>
/// <param name="ByArea">Whether it is counted by area too, beside heads (Civil Code 278).</param>
/// <param name="Participation">Share of all that has to take part.</param>
/// <param name="Approval">Share that has to be in favour.</param>
/// <param name="ApprovalOfAll">Whether the approval is a share of all; otherwise of those who took part.</param>
public sealed record VoteThreshold(bool ByArea, VoteShare Participation, VoteShare Approval, bool ApprovalOfAll);

/// <summary>That a body adopts a kind of document, and how.</summary>
/// <param name="Body">The body.</param>
/// <param name="Threshold">What its decision needs; null where no vote is taken.</param>
/// <param name="CommentDays">Days for comments before the decision, at least; 0 without.</param>
/// <param name="Source">Where it comes from, and how far that was checked.</param>
public sealed record AdoptionRule(AdoptingBody Body, VoteThreshold? Threshold, int CommentDays, RuleSource Source);
