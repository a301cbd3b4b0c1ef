using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Whose word it is: the party's own on the platform, or one that a mediator records with the way in which it was given.</summary>
internal static class WordOfParty
{
    public static Outcome<(MediationParty Party, SaidWay Way)> Of(Actor actor, CaseFile file, MediationWordInput input)
    {
        if (input.PartyId is null)
        {
            return MediationAccess.PartyOf(actor, file) is { } own ? (own, SaidWay.OnPlatform) : new MediationChoiceIsMissing(nameof(input.PartyId));
        }

        // A party speaks for itself alone.
        var recorded = MediationAccess.RolesOf(actor, file).HasFlag(MediationRoles.Mediator) ? file.Parties.FirstOrDefault(party => party.Id == input.PartyId) : null;
        return recorded is null ? new MediationChoiceIsMissing(nameof(input.PartyId))
            : input.Way is { } way && Enum.IsDefined(way) && way != SaidWay.OnPlatform ? (recorded, way)
            : new MediationChoiceIsMissing(nameof(input.Way));
    }
}
