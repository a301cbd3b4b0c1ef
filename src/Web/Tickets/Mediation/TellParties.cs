using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Mediation.Store;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Tells that something happened, by the case's number alone: a telephone lies on the table where others read along.</summary>
internal sealed class TellParties(Notifier notifier, IPosts posts)
{
    /// <summary>The registered parties, without who acts; <paramref name="since"/> narrows to some.</summary>
    public void Parties(CaseFile file, ProcessContext context, string kind = "MediationNews", IEnumerable<MediationParty>? since = null) =>
        Tell((since ?? file.Parties).Where(p => p.Side == PartySide.Applicant || file.Case.AcceptedAt is not null).Select(p => p.PersonId), file.Case, context, kind, MediationLinks.OfParty(file.Case.Id));

    /// <summary>The mediators of the case.</summary>
    public void Mediators(CaseFile file, ProcessContext context) =>
        Tell(file.InOffice.Select(m => (Guid?)m.PersonId), file.Case, context, "MediationNews", MediationLinks.OfMediator(file.Case.Id));

    /// <summary>All who could take a case that has no mediator.</summary>
    public async Task Committee(MediationCase about, ProcessContext context, CancellationToken cancel)
    {
        var holders = await posts.HoldersAt(about.CompoundId, Permission.Mediate, cancel);
        Tell(holders.Select(h => (Guid?)h.PersonId), about, context, "MediationWaiting", MediationLinks.Desk);
    }

    private void Tell(IEnumerable<Guid?> people, MediationCase about, ProcessContext context, string kind, string link) => notifier.Tell(
        people.OfType<Guid>().Where(person => person != context.Actor.PersonId), kind, new Dictionary<string, string> { ["Number"] = about.Number }, link, context.At);
}
