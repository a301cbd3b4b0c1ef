using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>The texts of a mediation, with their rules. Lengths are chosen by design.</summary>
public static class MediationTexts
{
    /// <summary>What the applicant says: 1 to 2,000 characters.</summary>
    public static readonly TextRule Statement = new("Statement", 2000, SeveralLines: true, new TextIsMissing("Statement"));

    /// <summary>With whom, in the applicant's words: 1 to 200 characters.</summary>
    public static readonly TextRule OtherSide = new("OtherSide", 200, SeveralLines: false, new TextIsMissing("OtherSide"));

    /// <summary>The matter in dispute as all parties read it: 1 to 1,000 characters.</summary>
    public static readonly TextRule Summary = new("Summary", 1000, SeveralLines: true, new TextIsMissing("Summary"));

    /// <summary>Name of a party, a person's or an organisation's: 1 to 60 characters.</summary>
    public static readonly TextRule Name = new("Name", 60, SeveralLines: false, new TextIsMissing("Name"));

    /// <summary>Why: 1 to 500 characters.</summary>
    public static readonly TextRule Reason = new("Reason", 500, SeveralLines: true, new TextIsMissing("Reason"));

    /// <summary>Where a session is: 1 to 100 characters.</summary>
    public static readonly TextRule Place = new("Place", 100, SeveralLines: false, new TextIsMissing("Place"));

    /// <summary>Confidential notes: 1 to 5,000 characters.</summary>
    public static readonly TextRule Notes = new("Notes", 5000, SeveralLines: true, new TextIsMissing("Notes"));

    /// <summary>What was agreed beside the single promises: at most 3,000 characters, may be empty.</summary>
    public static readonly TextRule Terms = new("Terms", 3000, SeveralLines: true, WhenMissing: null);

    /// <summary>One promise: 1 to 300 characters.</summary>
    public static readonly TextRule Commitment = new("Commitments", 300, SeveralLines: true, new TextIsMissing("Commitments"));
}
