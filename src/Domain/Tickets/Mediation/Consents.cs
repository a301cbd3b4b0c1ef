namespace Linli.Domain.Tickets.Mediation;

/// <summary>Mediation is voluntary (人民调解法 第三条第一项, 第十七条): it begins when all have said yes.</summary>
public static class Consents
{
    /// <summary>Fewest parties.</summary>
    public const int LeastParties = 2;

    /// <summary>Most parties of one case; chosen by design.</summary>
    public const int MostParties = 20;

    /// <summary>Whether all have consented and both sides are there.</summary>
    public static bool AreComplete(IReadOnlyCollection<(PartySide Side, ConsentState Consent)> parties) =>
        HasBothSides(parties.Select(party => party.Side)) && parties.All(party => party.Consent == ConsentState.Given);

    /// <summary>Whether there is an applicant and somebody to be reconciled with.</summary>
    public static bool HasBothSides(IEnumerable<PartySide> sides) => sides.Distinct().Count() == LeastParties;
}
