namespace Linli.Web.Registry.Contract;

/// <summary>Asked before anything is done whose lawful basis is consent (Domain: ConsentPurposes).</summary>
internal interface IConsents
{
    /// <summary>Which of the people have given consent to the purpose as its text reads now.</summary>
    Task<IReadOnlySet<Guid>> GivenBy(IReadOnlyCollection<Guid> people, string purpose, CancellationToken cancel);
}
