namespace Linli.Web.Registry.Contract;

/// <summary>Who stands where somebody stood that is no longer to be recognised.</summary>
internal interface IErasedPeople
{
    /// <summary>The words in place of a name or a text, in the language of records.</summary>
    string Words { get; }

    /// <summary>The person to whom rows point that have lost theirs; made when first needed.</summary>
    Task<Guid> Nobody(CancellationToken cancel);
}
