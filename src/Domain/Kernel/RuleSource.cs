namespace Linli.Domain.Kernel;

/// <summary>How far the text behind a value was checked (domain.md, "How to read the tags"). The page shows 未核实 for all but <see cref="Verified"/>.</summary>
public enum Verification
{
    /// <summary>[V]: the text itself was read.</summary>
    Verified,

    /// <summary>[V~]: known from a report of low authority only.</summary>
    Reported,

    /// <summary>[G]: general knowledge, no text seen.</summary>
    GeneralKnowledge,

    /// <summary>[D]: chosen by the designers so that a system can run; never shown as regulation.</summary>
    Design,
}

/// <summary>Where a configured value comes from.</summary>
/// <param name="Text">Law and article, or the document, by its issuing authority.</param>
/// <param name="Verification">How far it was checked.</param>
public sealed record RuleSource(string Text, Verification Verification);

/// <summary>A whole number with its source.</summary>
/// <param name="Value">In the unit that its name says.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SourcedNumber(int Value, RuleSource Source);
