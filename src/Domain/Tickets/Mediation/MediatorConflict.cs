namespace Linli.Domain.Tickets.Mediation;

/// <summary>
/// What the platform knows that forbids a mediator a case. Kinship and friendship it does not know: there the mediator declines
/// (回避). A design after the duty to be impartial (人民调解法 第十五条).
/// </summary>
/// <param name="IsParty">The mediator is a party.</param>
/// <param name="SharesHome">The mediator owns or lives in the same dwelling as a party.</param>
/// <param name="WorksForParty">The mediator holds a post in an organisation that is a party.</param>
/// <param name="HasDeclined">The mediator stood aside in this case before.</param>
public sealed record MediatorConflict(bool IsParty, bool SharesHome, bool WorksForParty, bool HasDeclined)
{
    /// <summary>Whether the mediator has to stand aside.</summary>
    public bool Forbids => IsParty || SharesHome || WorksForParty || HasDeclined;
}
