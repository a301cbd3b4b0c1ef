namespace Linli.Domain.Registry.Privacy;

/// <summary>On what ground personal data is processed: the seven items of PIPL 13 ¶1, in their order.</summary>
public enum LawfulBasis
{
    /// <summary>(1) The person consented.</summary>
    Consent = 1,

    /// <summary>(2) Needed for a contract to which the person is a party, or for managing staff.</summary>
    Contract,

    /// <summary>(3) Needed for a duty that law or regulation gives.</summary>
    StatutoryDuty,

    /// <summary>(4) Needed against a public-health emergency, or to protect life, health or property in an emergency.</summary>
    Emergency,

    /// <summary>(5) News and supervision by public opinion in the public interest, within reason.</summary>
    PublicInterestReporting,

    /// <summary>(6) Made public by the person or otherwise lawfully, within reason.</summary>
    AlreadyPublic,

    /// <summary>(7) Other cases of laws and administrative regulations.</summary>
    OtherLaw,
}
