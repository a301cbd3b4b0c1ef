using Linli.Domain.Kernel;

namespace Linli.Web.Decisions;

/// <summary>A vote without a question.</summary>
internal sealed record VoteHasNoQuestion : Refusal;

/// <summary>A question whose matter is not among those of the place.</summary>
internal sealed record QuestionHasNoMatter(int Number) : Refusal;

/// <summary>A question without words.</summary>
internal sealed record QuestionHasNoTitle(int Number) : Refusal;

/// <summary>An amount that cannot be read.</summary>
internal sealed record QuestionAmountIsWrong(int Number) : Refusal;

/// <summary>A moment is missing.</summary>
internal sealed record MomentIsMissing(string FieldName) : Refusal
{
    public override string Field => FieldName;
}

/// <summary>Voting would close before it opens.</summary>
internal sealed record VotingClosesBeforeItOpens : Refusal
{
    public override string Field => "ClosesAt";
}

/// <summary>The rules of the place do not let unreturned ballots join the majority.</summary>
internal sealed record FollowMajorityIsNotAllowed : Refusal
{
    public override string Field => "NonReturn";
}

/// <summary>Something has to be written.</summary>
internal sealed record VoteWordsAreMissing : Refusal
{
    public override string Field => "Words";
}

/// <summary>A choice for each question.</summary>
internal sealed record ChoicesAreMissing(int Number) : Refusal
{
    public override string Field => "Choices";
}

/// <summary>Co-owners name one who votes; who casts the ballot has to say that it is so.</summary>
internal sealed record CoOwnersMustBeDeclared : Refusal
{
    public override string Field => "Declared";
}

/// <summary>No unit of the roll has the code of the paper.</summary>
internal sealed record UnitIsNotOnTheRoll : Refusal
{
    public override string Field => "Unit";
}

/// <summary>One of several codes, counted from 1, is of no unit of the roll.</summary>
internal sealed record OneUnitIsNotOnTheRoll(int Number) : Refusal
{
    public override string Field => "Units";
}

/// <summary>The same clerk cannot read a paper twice.</summary>
internal sealed record ReadByYouAlready : Refusal;

/// <summary>The paper was read by those who had to.</summary>
internal sealed record PaperIsSettled : Refusal;

/// <summary>Who signed the paper is missing.</summary>
internal sealed record SignerIsMissing : Refusal
{
    public override string Field => "CastBy";
}

/// <summary>A proxy is missing.</summary>
internal sealed record ProxyIsMissing : Refusal
{
    public override string Field => "Proxy";
}

/// <summary>How a ballot came is missing.</summary>
internal sealed record ChannelIsMissing : Refusal
{
    public override string Field => "Channel";
}

/// <summary>A day is missing or lies ahead.</summary>
internal sealed record DayIsWrong(string FieldName) : Refusal
{
    public override string Field => FieldName;
}

/// <summary>A paper that was received at no moment, or in the future.</summary>
internal sealed record MomentIsWrong(string FieldName) : Refusal
{
    public override string Field => FieldName;
}

/// <summary>How the ballot was delivered is missing.</summary>
internal sealed record MethodIsMissing : Refusal
{
    public override string Field => "Method";
}

/// <summary>A file of an import cannot be read at a line.</summary>
internal sealed record VoteFileIsWrong(string File, int Line, string Column) : Refusal;

/// <summary>Voting is not over.</summary>
internal sealed record VotingRunsUntil(DateTimeOffset ClosesAt) : Refusal;

/// <summary>Nobody has voted for the unit, or there is none.</summary>
internal sealed record NoBallotOfThisUnit : Refusal
{
    public override string Field => "Unit";
}

/// <summary>Which step is to be recorded.</summary>
internal sealed record StepIsMissing : Refusal
{
    public override string Field => "Act";
}
