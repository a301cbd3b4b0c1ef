using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>How a word about a purpose reached the record.</summary>
public enum ConsentWay
{
    /// <summary>The person signed in and said it.</summary>
    Self,

    /// <summary>The person said it to somebody, before a witness.</summary>
    Oral,

    /// <summary>The person signed a paper, which is kept in the community's files.</summary>
    Paper,
}

/// <summary>Who writes down what another person said.</summary>
public enum ConsentTaker
{
    /// <summary>The captain or grid leader of the person's household, who is also the one who profits from it.</summary>
    Keeper,

    /// <summary>The community worker or grid worker of the area.</summary>
    Community,
}

/// <summary>In which ways a purpose may be recorded for somebody else; an empty list means by the person alone.</summary>
/// <param name="ByKeeper">By the captain or grid leader.</param>
/// <param name="ByCommunity">By the community.</param>
public sealed record ConsentRecording(IReadOnlyList<ConsentWay> ByKeeper, IReadOnlyList<ConsentWay> ByCommunity)
{
    /// <summary>The ways that are open to somebody.</summary>
    public IReadOnlyList<ConsentWay> WaysOf(ConsentTaker taker) => taker == ConsentTaker.Keeper ? ByKeeper : ByCommunity;
}

/// <summary>The last word about a purpose.</summary>
/// <param name="Given">Given, or withdrawn.</param>
/// <param name="Way">How it was said.</param>
/// <param name="Day">On which day it was said.</param>
public sealed record LastWord(bool Given, ConsentWay Way, DateOnly Day);

/// <summary>A word that somebody writes down for another person.</summary>
/// <param name="Taker">Who writes it down.</param>
/// <param name="Given">Whether consent is given or withdrawn.</param>
/// <param name="Way">How it was said.</param>
/// <param name="SaidOn">On which day.</param>
/// <param name="Witness">Who was there besides the two; null when nobody was.</param>
public sealed record ReportedWord(ConsentTaker Taker, bool Given, ConsentWay Way, DateOnly SaidOn, string? Witness)
{
    /// <summary>How many days back a word may lie when it is written down.</summary>
    public const int OldestDays = 30;

    /// <summary>
    /// Why it cannot be written down. Withdrawing is open in every way and needs no witness, for it has to be as easy as giving (PIPL 15);
    /// giving keeps to the ways of the purpose, and never overrides a later word or, by hearsay, the person's own.
    /// </summary>
    public IEnumerable<Refusal> Check(ConsentPurpose purpose, LastWord? last, DateOnly today)
    {
        if (SaidOn > today || SaidOn < today.AddDays(-OldestDays))
        {
            yield return new ConsentDayIsImplausible(OldestDays);
        }

        var ways = purpose.Recorded.WaysOf(Taker);
        if (Way == ConsentWay.Self || ways.Count == 0 || (Given && !ways.Contains(Way)))
        {
            yield return new ConsentIsNotTakenThisWay();
        }

        if (Given && Way == ConsentWay.Oral && string.IsNullOrWhiteSpace(Witness))
        {
            yield return new ConsentNeedsAWitness();
        }

        if (Given && last is { Given: false } withdrawn && (withdrawn.Day > SaidOn || (withdrawn.Way == ConsentWay.Self && Way == ConsentWay.Oral)))
        {
            yield return new WithdrawalStands();
        }
    }
}
