using Linli.Domain.Grid;
using Linli.Web.Platform.Access;

namespace Linli.Web.Grid.Contract;

/// <summary>What a household's home page shows of those who look after it.</summary>
internal interface IHouseholdKeepers
{
    /// <summary>The captain and the micro-grid leader of the household that the actor acts for, deputies behind them.</summary>
    Task<IReadOnlyList<HouseholdKeeper>> Of(Actor actor, CancellationToken cancel);

    /// <summary>Whether the page of 双报到 concerns the actor: a Party member who acts for a household.</summary>
    Task<bool> IsPartyMember(Actor actor, CancellationToken cancel);
}

/// <summary>Who looks after a household.</summary>
internal sealed record HouseholdKeeper(LeaderRole Role, bool IsDeputy, string Name, string Organisation, string? Phone);
