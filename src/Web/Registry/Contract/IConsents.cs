namespace Linli.Web.Registry.Contract;

/// <summary>Asked before anything is done whose lawful basis is consent (Domain: ConsentPurposes).</summary>
internal interface IConsents
{
    /// <summary>Which of the people have given consent to the purpose as its text reads now.</summary>
    Task<IReadOnlySet<Guid>> GivenBy(IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel);

    /// <summary>Whose last word on the purpose is no: nobody else brings back what they took back.</summary>
    Task<IReadOnlySet<Guid>> WithdrawnBy(IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel);

    /// <summary>Until the caller's transaction ends nobody else says a word for the person, so that nothing is done upon a consent that goes at this very moment.</summary>
    Task Hold(Guid person, CancellationToken cancel);
}
