using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>One promise of an agreement.</summary>
/// <param name="PartyId">Who promises.</param>
/// <param name="Text">What.</param>
/// <param name="DueOn">The last day for it, itself included.</param>
public sealed record Commitment(Guid? PartyId, string? Text, DateOnly? DueOn);

/// <summary>What an agreement has to say (人民调解法 第二十九条: content, way and time of fulfilment).</summary>
public static class AgreementTerms
{
    /// <summary>Most promises of one agreement; chosen by design.</summary>
    public const int Most = 12;

    /// <summary>How far ahead, in years, a promise may be due; chosen by design.</summary>
    public const int YearsAhead = 5;

    /// <summary>The promises, or why they do not make an agreement.</summary>
    /// <param name="commitments">As they were typed.</param>
    /// <param name="parties">The parties of the case.</param>
    /// <param name="today">The day of the agreement.</param>
    public static Outcome<IReadOnlyList<Commitment>> Check(IReadOnlyList<Commitment> commitments, IReadOnlyCollection<Guid> parties, DateOnly today)
    {
        if (commitments.Count == 0)
        {
            return new CommitmentIsMissing();
        }

        if (commitments.Count > Most)
        {
            return new MediatedCommitmentsAreTooMany(Most);
        }

        List<Refusal> refusals = [];
        List<Commitment> checkedOnes = [];
        foreach (var (commitment, number) in commitments.Select((commitment, at) => (commitment, at + 1)))
        {
            var text = MediationTexts.Commitment.Check(commitment.Text);
            if (text.IsRefused)
            {
                refusals.AddRange(text.Refusals.Select(refusal => refusal is TextIsMissing ? new CommitmentIsIncomplete(number) : refusal));
            }
            else if (commitment.PartyId is not { } party || !parties.Contains(party) || commitment.DueOn is null)
            {
                refusals.Add(new CommitmentIsIncomplete(number));
            }
            else if (commitment.DueOn < today || commitment.DueOn > today.AddYears(YearsAhead))
            {
                refusals.Add(new CommitmentDayIsImplausible(number));
            }
            else
            {
                checkedOnes.Add(commitment with { Text = text.Value });
            }
        }

        return refusals.Count > 0 ? Outcome<IReadOnlyList<Commitment>>.Refused([.. refusals.Distinct()]) : checkedOnes;
    }

    /// <summary>Whether the agreement is in force: every party and at least one mediator have signed (人民调解法 第二十九条第二款).</summary>
    public static bool IsSigned(IEnumerable<bool> parties, IEnumerable<bool> mediators) =>
        parties.DefaultIfEmpty(false).All(signed => signed) && mediators.Any(signed => signed);
}
