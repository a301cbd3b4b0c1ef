namespace Linli.Web.Registry.Contract;

/// <summary>Something that is kept on consent alone, and goes the moment that it is withdrawn (PIPL 47 ¶1(3)).</summary>
internal interface IRestsOnConsent
{
    /// <summary>The purpose that was agreed to (Domain: ConsentPurposes).</summary>
    string Purpose { get; }

    /// <summary>Does what waited for the consent; saved with it.</summary>
    Task Begin(Guid personId, DateTimeOffset at, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Removes it; saved with the withdrawal.</summary>
    Task Remove(Guid personId, DateTimeOffset at, CancellationToken cancel);
}
